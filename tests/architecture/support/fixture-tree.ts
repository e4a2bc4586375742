import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './project.ts';

const configuration = [
  'biome.json',
  '.dependency-cruiser.cjs',
  'knip.json',
  'tsconfig.json',
  'package.json',
  '.gitignore',
];

/** A tree on disk under the project's own configuration files. */
type FixtureTree = { path: string; remove(): void };

/**
 * Writes a small tree that the guards are then run on. It has the project's real configuration files and
 * its packages, so what is tried is the guard itself and not a copy of it.
 */
function fixtureTree(files: Readonly<Record<string, string>>): FixtureTree {
  const path = mkdtempSync(join(tmpdir(), 'placet-guard-'));
  for (const name of configuration) cpSync(join(root, name), join(path, name));
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'), 'dir');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs `look` on a fixture tree and takes the tree away, whatever happened. */
export async function onFixture<T>(
  files: Readonly<Record<string, string>>,
  look: (path: string) => T | Promise<T>,
): Promise<T> {
  const tree = fixtureTree(files);
  try {
    return await look(tree.path);
  } finally {
    tree.remove();
  }
}
