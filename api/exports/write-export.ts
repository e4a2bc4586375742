import type { Database } from '../../database/database.ts';
import type { List } from '../../database/read-models/list.ts';
import type { ListQuestion } from '../../database/read-models/list-question.ts';
import { readHouseTimeZone, readNames } from '../../database/read-models/names.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import { type Cell, cellReader, formOf, type NamesById } from '../../rules/lists/cells.ts';
import type { ListColumn, ReferenceName } from '../../rules/lists/columns.ts';
import type { ListName } from '../../rules/lists/list-names.ts';
import { listWords } from '../../rules/lists/words/index.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { Streamed } from '../http/route.ts';
import { throughGate } from './gate.ts';
import type { FileFormat } from './sheet.ts';

/** Which rows and columns of which list, in what form and language. */
interface Export {
  name: ListName;
  list: List<object>;
  question: ListQuestion;
  columns: readonly ListColumn[];
  format: FileFormat;
  locale: Locale;
}

/**
 * A file of all rows, written as its reader takes it: one snapshot of the database, a batch of rows in memory. The
 * answer begins when the first rows are there, so that what cannot be had is still told as a problem.
 */
export function writeExport(wanted: Export, database: Database, scope: Scope): Streamed {
  const { name, list, question, columns, format, locale } = wanted;
  return new Streamed((begin) =>
    throughGate(() =>
      database.snapshot(scope.institutionId, async (db) => {
        const words = listWords[locale];
        const cellsOf = cellReader(columns, {
          locale,
          words,
          houseTimeZone: await readHouseTimeZone(db, scope),
          references: await namesFor(columns, db, scope, locale),
        });
        const total = await list.count(db, scope, question);
        const rows = list.walk(db, scope, question);
        const first = await rows.next();
        const title = words.lists[name];
        const headings: Readonly<Record<string, string>> = words.columns[name];
        const out = begin({
          'Content-Type': format.contentType,
          'Content-Disposition': `attachment; filename="${fileName(title)}.${format.extension}"`,
          'X-Total-Rows': String(total),
        });
        await format.write(
          {
            title,
            locale,
            columns: columns.map((column) => ({
              heading: headings[column.name] ?? column.name,
              form: formOf(column),
            })),
            batches: batchesOf(first, rows, cellsOf),
          },
          out,
        );
      }),
    ),
  );
}

async function* batchesOf(
  first: IteratorResult<object[]>,
  rows: AsyncGenerator<object[]>,
  cellsOf: (row: object) => Cell[],
): AsyncGenerator<Cell[][]> {
  try {
    for (let batch = first; batch.done !== true; batch = await rows.next()) yield batch.value.map(cellsOf);
  } finally {
    await rows.return(undefined);
  }
}

async function namesFor(columns: readonly ListColumn[], db: Queries, scope: Scope, locale: Locale) {
  const names: Partial<Record<ReferenceName, NamesById>> = {};
  for (const column of columns) {
    if (column.kind === 'reference') names[column.of] ??= await readNames(db, scope, column.of, locale);
  }
  return names;
}

/** `Catégories de place` of 22 November is `categories-de-place-2026-11-22`. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return `${plain}-${new Date().toISOString().slice(0, 10)}`;
}
