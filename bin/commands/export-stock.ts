import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { csv } from '../../api/exports/csv.ts';
import { xlsx } from '../../api/exports/xlsx.ts';
import { contingentSheet } from '../../api/stock/contingent-sheet.ts';
import { stockedPerformances } from '../../database/read-models/contingent-file.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { chooseInstitution } from './choose-institution.ts';
import { type Command, UsageError } from './command.ts';
import { contingentWords } from './contingent-words.ts';
import type { CommandOutput } from './import-programme.ts';
import { type Databases, withDatabases } from './verbs.ts';

/** What was typed. */
type ExportArguments = {
  file: string;
  event: string | null;
  institution: string | null;
  organisation: string | null;
  locale: Locale;
};

export const exportStockCommand: Command = {
  name: 'export stock',
  summary: 'write what contingents have, and their seats, into a CSV or XLSX file',
  usage: 'FILE.csv|FILE.xlsx [--event CODE] [--organisation CODE] [--institution CODE] [--locale fr|en]',
  run: (args, settings) => {
    const given = readExportArguments(args);
    return withDatabases(settings, (databases) =>
      exportStockFile(given, databases, {
        out: (line) => process.stdout.write(`${line}\n`),
        say: (line) => process.stderr.write(`${line}\n`),
      }),
    );
  },
};

/** @throws UsageError, or Node's own for an unknown option. */
export function readExportArguments(args: readonly string[]): ExportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      event: { type: 'string' },
      institution: { type: 'string' },
      organisation: { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  if (!/\.(csv|xlsx)$/i.test(file)) throw new UsageError('The file must end in .csv or .xlsx.');
  const language = values.locale ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return {
    file,
    event: values.event ?? null,
    institution: values.institution ?? null,
    organisation: values.organisation ?? null,
    locale: language.toLowerCase().startsWith('fr') ? 'fr' : 'en',
  };
}

/**
 * Writes the file, one performance at a time, all at one moment of the database; the last line of `out` counts. What
 * `import contingents` reads of it changes nothing.
 * @returns 0 when the file is whole; 1 when there was nothing to write, and then there is no file.
 */
export async function exportStockFile(
  { file, event, locale, ...wish }: ExportArguments,
  databases: Databases,
  output: CommandOutput,
): Promise<number> {
  const words = contingentWords[locale];
  const institutionId = await chooseInstitution(databases, { ...wish, locale });
  const scope: Scope = { institutionId, organisationIds: 'all' };
  const counted = { performances: 0, rows: 0 };
  await databases.application.snapshot(institutionId, async (db) => {
    const found = await stockedPerformances(db, scope, { eventCode: event });
    counted.performances = found.length;
    counted.rows = found.reduce((sum, { rows }) => sum + rows, 0);
    if (found.length === 0) return;
    const format = file.toLowerCase().endsWith('.xlsx') ? xlsx : csv;
    const ids = found.map(({ id }) => id);
    const sheet = contingentSheet(db, scope, ids, locale);
    try {
      await format.write(sheet, createWriteStream(file));
    } catch (error) {
      await rm(file, { force: true });
      throw new Error(words.notWritten(file), { cause: error });
    }
  });
  output.out(JSON.stringify(counted));
  if (counted.performances > 0) return 0;
  output.say(words.nothing);
  return 1;
}
