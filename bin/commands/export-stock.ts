import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { contingentFields } from '../../activities/stock/contingent-file/contingent-fields.ts';
import { csv } from '../../api/exports/csv.ts';
import type { Sheet } from '../../api/exports/sheet.ts';
import { xlsx } from '../../api/exports/xlsx.ts';
import {
  type ContingentFileRow,
  contingentFileRows,
  stockedPerformances,
} from '../../database/read-models/contingent-file.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import type { Cell } from '../../rules/lists/cells.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { seatLabel } from '../../rules/venues/seat-label.ts';
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
    const ids = await stockedPerformances(db, scope, event);
    counted.performances = ids.length;
    if (ids.length === 0) return;
    const format = file.toLowerCase().endsWith('.xlsx') ? xlsx : csv;
    const headings = [...contingentFields.map((field) => words.titles[field]), words.label, words.taken];
    const sheet: Sheet = {
      title: words.sheet,
      locale,
      columns: headings.map((heading, place) => ({
        heading,
        form: integers.has(place) ? 'integer' : 'text',
      })),
      batches: batchesOf(db, scope, ids, locale, counted),
    };
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

/** The columns that count places. */
const integers: ReadonlySet<number> = new Set([
  contingentFields.indexOf('capacity'),
  contingentFields.length + 1,
]);

async function* batchesOf(
  db: Queries,
  scope: Scope,
  ids: readonly string[],
  locale: Locale,
  counted: { rows: number },
): AsyncGenerator<Cell[][]> {
  for (const id of ids) {
    const rows = await contingentFileRows(db, scope, id);
    counted.rows += rows.length;
    yield rows.map((row) => [
      ...contingentFields.map((field) => row[field]),
      labelOf(row, locale),
      row.taken,
    ]);
  }
}

function labelOf({ zone, block, rowLabel, number }: ContingentFileRow, locale: Locale): string | null {
  if (zone === null || block === null || rowLabel === null || number === null) return null;
  return seatLabel(locale, { zone, block, rowLabel, number });
}
