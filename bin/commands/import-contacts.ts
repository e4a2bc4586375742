import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type ImportAnswer,
  type ImportedRow,
  importContacts,
} from '../../activities/contacts/import-contacts.ts';
import {
  type ImportField,
  importFields,
  type Mapping,
  recognise,
} from '../../activities/contacts/importing/import-fields.ts';
import { plainText } from '../../activities/contacts/importing/plain-text.ts';
import { readTable } from '../../activities/contacts/importing/read-table.ts';
import { tellNote } from '../../activities/contacts/importing/tell-note.ts';
import { Problem } from '../../activities/problem.ts';
import { isMessageCode } from '../../rules/messages/codes.ts';
import { message } from '../../rules/messages/format.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { chooseInstitution } from './choose-institution.ts';
import { type Command, UsageError } from './command.ts';
import { importContactsWords } from './import-contacts-words.ts';
import type { CommandOutput } from './import-programme.ts';
import { callIn, type Databases, withDatabases } from './verbs.ts';

/** What was typed. */
type ImportArguments = {
  file: string;
  /** Fields by the title of their column, in `plainText`; null leaves a column out. */
  mapping: ReadonlyMap<string, ImportField | null>;
  kind: 'individual' | 'structure' | null;
  dryRun: boolean;
  institution: string | null;
  organisation: string | null;
  locale: Locale;
};

export const importContactsCommand: Command = {
  name: 'import contacts',
  summary: 'take contacts from a CSV or XLSX file',
  usage:
    'FILE [--mapping "TITLE=field,TITLE="] [--kind individual|structure] [--dry-run] [--organisation CODE] [--institution CODE] [--locale fr|en]',
  run: (args, settings) => {
    const given = readContactArguments(args);
    return withDatabases(settings, (databases) =>
      importContactsFile(given, databases, {
        out: (line) => process.stdout.write(`${line}\n`),
        say: (line) => process.stderr.write(`${line}\n`),
      }),
    );
  },
};

/** @throws UsageError, or Node's own for an unknown option. */
export function readContactArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      mapping: { type: 'string', default: '' },
      kind: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      institution: { type: 'string' },
      organisation: { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  const { kind } = values;
  if (kind !== undefined && kind !== 'individual' && kind !== 'structure')
    throw new UsageError('--kind must be individual or structure.');
  const language = values.locale ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return {
    file,
    mapping: readMapping(values.mapping),
    kind: kind ?? null,
    dryRun: values['dry-run'],
    institution: values.institution ?? null,
    organisation: values.organisation ?? null,
    locale: language.toLowerCase().startsWith('fr') ? 'fr' : 'en',
  };
}

/** `Nom usuel=name,Divers=` maps one column to the name and leaves the other out. */
function readMapping(text: string): Map<string, ImportField | null> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const cut = pair.lastIndexOf('=');
      const named = pair.slice(cut + 1).trim();
      const field = named === '' ? null : importFields.find((known) => known === named);
      if (cut < 1 || field === undefined)
        throw new UsageError(
          `--mapping takes TITLE=field, and a field is one of: ${importFields.join(', ')}.`,
        );
      return [plainText(pair.slice(0, cut)), field];
    }),
  );
}

/**
 * Reads the file, writes the contacts, tells every row that was rejected or remarked upon; the last line of `out` counts
 * the rows.
 * @returns 0 when the file was read, also with rejected rows; 1 when nothing was done.
 */
export async function importContactsFile(
  given: ImportArguments,
  databases: Databases,
  output: CommandOutput,
): Promise<number> {
  const { locale, file, kind, dryRun } = given;
  const words = importContactsWords[locale];
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(words.unreadableFile(file), { cause });
  });
  try {
    const institutionId = await chooseInstitution(databases, given);
    const mapping = await mappingOf(bytes, given.mapping);
    const input = { bytes, mapping, kind, dryRun };
    const answer = await importContacts(callIn(databases.application, institutionId), input);
    for (const row of answer.rows) for (const line of tellRow(row, locale)) output.out(line);
    output.say(dryRun ? words.dryRun : words.done);
    output.out(JSON.stringify(countsOf(answer)));
    return 0;
  } catch (error) {
    if (!(error instanceof Problem) || !isMessageCode(error.code)) throw error;
    const places = error.details.errors?.map(({ path }) => ` (${path})`) ?? [];
    output.say(
      words.nothingTaken(file, `${message(locale, error.code, error.details.values)}${places.join()}`),
    );
    return 1;
  }
}

/** What the titles say, and what was said of some of them besides. */
async function mappingOf(bytes: Uint8Array, said: ImportArguments['mapping']): Promise<Mapping> {
  const { columns } = await readTable(bytes);
  const given = new Set(said.values());
  const { mapping } = recognise(columns);
  return columns.map((title, index) => {
    const own = said.get(plainText(title));
    if (own !== undefined) return own;
    const recognised = mapping[index] ?? null;
    return given.has(recognised) ? null : recognised;
  });
}

function countsOf({ created, updated, unchanged, rejected }: ImportAnswer) {
  return { created, updated, unchanged, rejected };
}

function* tellRow(row: ImportedRow, locale: Locale): Generator<string> {
  const words = importContactsWords[locale];
  const notes = [...row.reasons, ...row.remarks].map((note) => tellNote(locale, note));
  if (notes.length > 0) yield words.row(row.line, row.outcome, row.name, notes.join(' '));
  for (const { because, name, number, line } of row.duplicates) {
    const who = number === null ? words.rowNamed(name, line ?? 0) : words.contactNamed(name, number);
    yield words.row(row.line, row.outcome, row.name, words.alike(who, because));
  }
}
