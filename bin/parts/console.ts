import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Lock, takeLock } from '../home/lock.ts';
import { environmentWith } from '../settings.ts';
import { startChild } from './child.ts';
import { withProgress } from './progress.ts';

export type ConsoleSettings = {
  /** The checkout. */
  root: string;
  /** Where the built console goes: beside its sources, so that every home of the checkout finds it built. */
  outDir: string;
  logFile: string;
};

const ASK_EVERY_MS = 200;
const STAMP = '.built-from';
const MODE = 'production';

/** The console, and then in a folder of it the page of contacts. */
const PAGES = [
  { from: ['admin-ui'], to: [] },
  { from: ['admin-ui', 'contact-space'], to: ['contact-space'] },
];

/** What the console is made of: its own files, the rules it shares with the server, and the versions of its packages. */
const INPUTS = ['admin-ui', 'rules', 'package-lock.json'];
const NOT_INPUTS = new Set(['dist', 'node_modules']);

/**
 * Builds the console, unless what was built before was made from the same files; one start at a time does, others wait for
 * what it makes. @throws naming the log when it fails.
 */
export async function buildConsole(settings: ConsoleSettings): Promise<void> {
  const inputs = await hashOf(settings.root);
  if (isBuilt(settings, inputs)) return;
  const lock = await buildLock(join(settings.root, 'node_modules', '.cache', 'placet-console'));
  try {
    // somebody else was quicker
    if (!isBuilt(settings, inputs)) await build(settings, inputs);
  } finally {
    lock.release();
  }
}

function isBuilt({ outDir }: ConsoleSettings, inputs: string): boolean {
  const stamp = join(outDir, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;
}

async function buildLock(folder: string): Promise<Lock> {
  await mkdir(folder, { recursive: true });
  for (;;) {
    const lock = takeLock(folder);
    if ('release' in lock) return lock;
    await delay(ASK_EVERY_MS);
  }
}

async function build({ root, outDir, logFile }: ConsoleSettings, inputs: string): Promise<void> {
  const unfinished = join(root, 'node_modules', `.console-${process.pid}`);
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  // also when it is a test that builds it: the development build of the libraries is half as large again, and slower
  const env = environmentWith({ NODE_ENV: MODE });
  await withProgress('Building the console', async () => {
    for (const { from, to } of PAGES) {
      const places = [join(root, ...from), '--outDir', join(unfinished, ...to)];
      const args = [vite, 'build', ...places, '--emptyOutDir', '--logLevel', 'warn'];
      const { code } = await (await startChild({ command: process.execPath, args, env, logFile, cwd: root }))
        .exited;
      if (code !== 0)
        throw new Error(`The console could not be built; the reason is at the end of ${logFile}.`);
    }
  });
  await writeFile(join(unfinished, STAMP), inputs);
  await rm(outDir, { recursive: true, force: true });
  await rename(unfinished, outDir);
}

async function hashOf(root: string): Promise<string> {
  const hash = createHash('sha256').update(MODE);
  for (const input of INPUTS) {
    for (const file of await filesIn(join(root, input))) {
      hash
        .update(relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const wanted = entries
    .filter(({ name }) => !NOT_INPUTS.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return (await Promise.all(wanted.map(({ name }) => filesIn(join(path, name))))).flat();
}
