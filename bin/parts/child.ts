import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_LOG_BYTES = 10 * 1024 * 1024;

/** How a child process ended: by itself (code) or by a signal. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type ChildSettings = {
  command: string;
  args: readonly string[];
  /** Where its standard output and error are appended. */
  logFile: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** When it is aborted, the child is asked to end (SIGINT). */
  signal?: AbortSignal;
  /** Whether it exchanges messages with us; only for Node programs. */
  messages?: boolean;
  /** The system user to run as; only root may choose. */
  user?: { uid: number; gid: number } | null;
};

/** A server program that runs beside us. */
export type Child = { pid: number; process: ChildProcess; exited: Promise<Exit> };

/**
 * Starts a server program in a process group of its own: a Ctrl-C in the terminal reaches only us, and we stop
 * the parts in the right order. Its output goes to a file, which outlives us, so it never blocks on a closed pipe.
 * @throws when the program cannot be started at all (missing, not executable).
 */
export async function startChild(settings: ChildSettings): Promise<Child> {
  const log = openLog(settings.logFile);
  try {
    const child = spawn(settings.command, settings.args, {
      stdio: ['ignore', log, log, ...(settings.messages ? ['ipc' as const] : [])],
      detached: true,
      cwd: settings.cwd,
      env: settings.env,
      signal: settings.signal,
      killSignal: 'SIGINT',
      ...(settings.user ?? {}),
    });
    const exited = new Promise<Exit>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.on('error', reject); // also one of later, when a message cannot be sent: it then ends, and that is seen
    });
    if (child.pid === undefined) throw new Error(`${settings.command} did not start.`);
    return { pid: child.pid, process: child, exited };
  } finally {
    closeSync(log);
  }
}

/**
 * Asks a child to end with a signal and, after `graceMs` milliseconds, ends it with the last one.
 * Resolves once it is gone.
 */
export async function stopChild(
  child: Child,
  signal: NodeJS.Signals,
  graceMs: number,
  last: NodeJS.Signals = 'SIGKILL',
): Promise<Exit> {
  child.process.kill(signal);
  const timer = setTimeout(() => child.process.kill(last), graceMs);
  try {
    return await child.exited;
  } finally {
    clearTimeout(timer);
  }
}

/** One older log is kept, so that a long-lived home does not fill the disk. */
function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o640);
}
