import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { onFixture } from './support/fixture-tree.ts';
import { productFolders, root } from './support/project.ts';

const longest = 25;

/** Folders without a page of their own, or whose page is longer than one reads standing. */
function badPages(base: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const page = join(base, folder, 'README.md');
    if (!existsSync(page)) return [`${folder}: no README.md`];
    const lines = readFileSync(page, 'utf8').trimEnd().split('\n').length;
    return lines > longest ? [`${folder}: ${lines} lines`] : [];
  });
}

describe('the folders', () => {
  it('each say in a short page what lives there and what never', () => {
    expect(badPages(root, [...productFolders, 'tests', 'docs'])).toEqual([]);
  });

  it('are found when they say nothing, or too much', async () => {
    const files = {
      'rules/README.md': `${'line\n'.repeat(longest)}`,
      'api/README.md': `${'line\n'.repeat(longest + 1)}`,
      'bin/main.ts': '',
    };
    expect(await onFixture(files, (path) => badPages(path, ['rules', 'api', 'bin']))).toEqual([
      'api: 26 lines',
      'bin: no README.md',
    ]);
  });

  it('are entered by two commands that stand in the first ten lines of the README', () => {
    const opening = readFileSync(join(root, 'README.md'), 'utf8').split('\n').slice(0, 10).join('\n');
    expect(opening).toContain('npm start');
    expect(opening).toContain('npm test');
  });
});
