import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { english as firstEnglish } from '../../admin-ui/messages/en/index.ts';
import { later as laterEnglish } from '../../admin-ui/messages/en/later.ts';
import { french as firstFrench } from '../../admin-ui/messages/fr/index.ts';
import { later as laterFrench } from '../../admin-ui/messages/fr/later.ts';

const french = { ...firstFrench, ...laterFrench };
const english = { ...firstEnglish, ...laterEnglish };
const consoleFolder = join(import.meta.dirname, '../../admin-ui');

/** Every word of a catalogue by its dotted key. */
function wordsOf(catalogue: unknown, prefix = ''): Map<string, string> {
  if (typeof catalogue === 'string') return new Map([[prefix, catalogue]]);
  const entries = typeof catalogue === 'object' && catalogue !== null ? Object.entries(catalogue) : [];
  return new Map(
    entries.flatMap(([name, part]) => [...wordsOf(part, prefix === '' ? name : `${prefix}.${name}`)]),
  );
}

function placeholdersOf(word: string): string[] {
  return [...new Set([...word.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name!))].sort();
}

function sources(): { path: string; text: string }[] {
  return readdirSync(consoleFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[.]tsx?$/.test(path) && !/^(dist|messages\/(fr|en))\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(consoleFolder, path), 'utf8') }));
}

/** The keys a source names: whole ones, and those it completes at run time, with `*` for what is completed. */
function keysIn(text: string): string[] {
  const roots = Object.keys(french).join('|');
  const plain = [...text.matchAll(new RegExp(`'((?:${roots})(?:[.][\\w-]+)+)'`, 'g'))].map(([, key]) => key!);
  const completed = [...text.matchAll(new RegExp(`\`((?:${roots})[.][^\`]*)\``, 'g'))].map(([, key]) =>
    key!.replaceAll(/\$\{[^}]*\}/g, '*'),
  );
  return [...plain, ...completed].filter((key) => !key.includes(':'));
}

/** Whether a name is a part of a pattern: `*Title` is also `resumeTitle`. */
function isOf(name: string, part: string): boolean {
  const [before = '', after] = part.split('*');
  return after === undefined ? name === part : name.startsWith(before) && name.endsWith(after);
}

function matches(key: string, pattern: string): boolean {
  const parts = pattern.split('.');
  const names = key.split('.');
  return parts.length === names.length && parts.every((part, index) => isOf(names[index] ?? '', part));
}

const fr = wordsOf(french);
const en = wordsOf(english);
const used = sources().flatMap(({ path, text }) => keysIn(text).map((key) => ({ path, key })));

describe('the words of the console', () => {
  it('exist in French and in English, and no other key does', () => {
    expect([...en.keys()].sort()).toEqual([...fr.keys()].sort());
  });

  it('take the same values in both languages', () => {
    const differing = [...fr].filter(
      ([key, word]) => placeholdersOf(word).join() !== placeholdersOf(en.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('have a plural in both languages or in neither', () => {
    const forms = (word: string | undefined) => word?.split('||||').length;
    expect([...fr].filter(([key, word]) => forms(word) !== forms(en.get(key)))).toEqual([]);
  });

  it('choose between one and many by numbers they are given', () => {
    const untold = [...fr, ...en].filter(([, word]) =>
      [...word.matchAll(/(?<!%)\{(\w+)\?[^{}|]+\|[^{}|]+\}/g)].some(
        ([, name]) => !word.includes(`%{${name}}`),
      ),
    );
    expect(untold).toEqual([]);
    const written = /\{\{\w+\}\}|\{\w+\?[^{}|]+\|[^{}|]+\}/g; // what a letter's text is written with has two braces
    const malformed = [...fr, ...en].filter(([, word]) => /(?<!%)\{/.test(word.replaceAll(written, '')));
    expect(malformed).toEqual([]);
  });

  it('are never empty', () => {
    expect([...fr, ...en].filter(([, word]) => word.trim() === '')).toEqual([]);
  });

  it('keep French punctuation on its line by no-break spaces', () => {
    const breaking = /(?: [;:!?»])|(?:« )|(?:[nN]° )/;
    expect([...fr].filter(([, word]) => breaking.test(word))).toEqual([]);
  });

  it('exist under every key a screen asks for', () => {
    expect(used.length).toBeGreaterThan(200);
    const known = [...fr.keys()];
    const unknown = used.filter(({ key }) => !known.some((name) => matches(name, key)));
    expect(unknown).toEqual([]);
  });

  it('are all asked for by some screen', () => {
    const askedByTheFramework = /^resources[.][\w-]+[.](name|fields[.]\w+)$/;
    const idle = [...fr.keys()].filter(
      (name) => !askedByTheFramework.test(name) && !used.some(({ key }) => matches(name, key)),
    );
    expect(idle).toEqual([]);
  });
});
