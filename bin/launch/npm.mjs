import { spawn } from 'node:child_process';

const TELL_EVERY_MS = 10_000;

/**
 * Runs npm: the one that started us when there is one, else the one on the PATH. What it prints goes to standard
 * error, and when it is silent for long we say that it is still at work.
 * @param {string} what what the person waits for
 * @param {string[]} args
 * @param {{ cwd: string, npmScript: string | undefined }} options
 * @returns {Promise<void>}
 */
export function npm(what, args, { cwd, npmScript }) {
  const [program, first] = npmScript?.endsWith('.js') ? [process.execPath, [npmScript]] : ['npm', []];
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const started = Date.now();
  process.stderr.write(`${what} …\n`);
  const timer = setInterval(() => {
    process.stderr.write(`${what} … ${Math.round((Date.now() - started) / 1000)} s\n`);
  }, TELL_EVERY_MS);
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args, ...quiet], { cwd, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`"npm ${args.join(' ')}" did not succeed.`));
    });
  }).finally(() => clearInterval(timer));
}
