import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, as an absolute path without trailing separator. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** The folders of the product, in the order of their arrows, then those beside them. */
export const productFolders = [
  'rules',
  'database',
  'migrations',
  'activities',
  'workflows',
  'api',
  'bin',
  'admin-ui',
] as const;

const neverEntered = new Set(['node_modules', 'dist', '.placet', 'coverage']);

/**
 * Every file under `folder` of the tree `base` whose name matches, as paths relative to `base` with `/`,
 * sorted. A folder that does not exist has no file.
 */
export function filesUnder(base: string, folder: string, matches: RegExp): string[] {
  const start = join(base, folder);
  if (!existsSync(start)) return [];
  const found: string[] = [];
  for (const entry of readdirSync(start, { withFileTypes: true })) {
    if (neverEntered.has(entry.name)) continue;
    const path = join(start, entry.name);
    if (entry.isDirectory()) found.push(...filesUnder(base, relative(base, path), matches));
    else if (matches.test(entry.name)) found.push(relative(base, path).split(sep).join('/'));
  }
  return found.sort();
}
