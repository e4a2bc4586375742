import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export type RunOptions = {
  env?: NodeJS.ProcessEnv;
  /** Where what it prints goes: on to our standard output, or to standard error because it is not the result. */
  output: 'result' | 'progress';
};

/** Runs a Node program to its end; signals we get go on to it. @returns its exit code. */
export function runNode(args: readonly string[], { env, output }: RunOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const stdout = output === 'result' ? 'inherit' : 2;
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      stdio: ['inherit', stdout, 'inherit'],
      env,
    });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, forward);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, forward);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
    });
  });
}
