import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { onFixture } from './support/fixture-tree.ts';
import { filesUnder, productFolders, root } from './support/project.ts';

/** French files (`fr.ts`, or any file of a folder `fr/`) with the path their English twin must have. */
function twins(base: string): { french: string; english: string }[] {
  return productFolders
    .flatMap((folder) => filesUnder(base, folder, /[.]ts$/))
    .flatMap((file) => {
      const english = file.replace(/\/fr([./])/, '/en$1');
      const french = file.replace(/\/en([./])/, '/fr$1');
      return english === file && french === file ? [] : [{ french, english }];
    })
    .filter(({ french }, index, all) => all.findIndex((other) => other.french === french) === index);
}

/** What one language lacks beside the other, or says with other values, as readable lines. */
async function differences(base: string): Promise<string[]> {
  const found: string[] = [];
  for (const { french, english } of twins(base)) {
    const missing = [french, english].filter((file) => !existsSync(join(base, file)));
    if (missing.length > 0) found.push(`${missing.join()}: no such file`);
    else found.push(...compare(english, await wordsOf(base, french), await wordsOf(base, english)));
  }
  return found;
}

function compare(file: string, french: Words, english: Words): string[] {
  const lines: string[] = [];
  for (const key of new Set([...french.keys(), ...english.keys()])) {
    const [here, there] = [french.get(key), english.get(key)];
    if (here === undefined) lines.push(`${file}: ${key} is missing in French`);
    else if (there === undefined) lines.push(`${file}: ${key} is missing in English`);
    else if (here === '(empty)' || there === '(empty)') lines.push(`${file}: ${key} is empty`);
    else if (here !== there) lines.push(`${file}: ${key} takes ${here} in French, ${there} in English`);
  }
  return lines;
}

/** Each text by its dotted path, as the values it takes: `{seats} {venue}`, or `arguments` for a function. */
type Words = Map<string, string>;

async function wordsOf(base: string, file: string): Promise<Words> {
  const module: unknown = await import(pathToFileURL(join(base, file)).href);
  const words: Words = new Map();
  if (typeof module !== 'object' || module === null) return words;
  const catalogues = Object.values(module).filter((value) => typeof value === 'object');
  for (const catalogue of catalogues) collect(catalogue, '', words);
  return words;
}

function collect(value: unknown, path: string, words: Words): void {
  if (typeof value === 'string') words.set(path, value.trim() === '' ? '(empty)' : placeholders(value));
  else if (typeof value === 'function') words.set(path, 'arguments');
  else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value))
      collect(child, path === '' ? key : `${path}.${key}`, words);
  }
}

function placeholders(text: string): string {
  const names = [...text.matchAll(/%?\{(\w+)/g)].map(([, name]) => name ?? '');
  return names.length === 0 ? 'no value' : [...new Set(names)].sort().join(' ');
}

describe('French and English', () => {
  it('have the same words in the project', async () => {
    expect(await differences(root)).toEqual([]);
  });

  it('is looked for where the words are', () => {
    expect(twins(root).map(({ french }) => french)).toContain('rules/messages/fr.ts');
  });

  it('must have each other’s keys, values and files', async () => {
    const lines = await onFixture(
      {
        'rules/messages/fr.ts':
          "export const fr = { placed: 'Posée', left: 'Reste {free} sur {limit}', blank: '', only: 'Seule' };\n",
        'rules/messages/en.ts':
          "export const en = { placed: 'Placed', left: '{free} left', blank: 'Blank', more: 'More' };\n",
        'admin-ui/messages/fr/verbs.ts': "export const verbs = { place: { label: 'Poser %{count}' } };\n",
        'admin-ui/messages/en/verbs.ts': "export const verbs = { place: { label: 'Place %{count}' } };\n",
        'admin-ui/messages/fr/screens.ts': "export const screens = { title: 'Options' };\n",
      },
      differences,
    );
    expect(lines.sort()).toEqual([
      'admin-ui/messages/en/screens.ts: no such file',
      'rules/messages/en.ts: blank is empty',
      'rules/messages/en.ts: left takes free limit in French, free in English',
      'rules/messages/en.ts: more is missing in French',
      'rules/messages/en.ts: only is missing in English',
    ]);
  });
});
