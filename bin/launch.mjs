#!/usr/bin/env node
// The door of every npm script. Runs on any Node from 18 on, before anything is installed: no dependency, no TypeScript.
// It brings a Node that is new enough and the packages of the lock file, then hands over to main.ts.
import module from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './launch/packages.mjs';
import { ensureNode, isNewEnough } from './launch/private-node.mjs';
import { runThrough } from './launch/run-through.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { env } = process;
const cacheDir = env.PLACET_CACHE || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'placet');

async function launch() {
  if (!isNewEnough(process.versions.node)) {
    const node = await ensureNode({ cacheDir, npmScript: env.npm_execpath });
    const path = [dirname(node), env.PATH].join(delimiter); // so that npm's own scripts run on it too
    return runThrough(node, process.argv.slice(1), { ...env, PATH: path });
  }
  const production = env.NODE_ENV === 'production';
  await ensurePackages({ root, npmScript: env.npm_execpath, production });
  // code is read and compiled once for all processes, not once for each; a folder that cannot be written to is left alone
  env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'placet-code');
  module.enableCompileCache(env.NODE_COMPILE_CACHE);
  const { main } = await import('./main.ts');
  const [command, ...args] = process.argv.slice(2);
  return main(command, args);
}

launch().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
