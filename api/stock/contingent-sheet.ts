import { contingentFields } from '../../activities/stock/contingent-file/contingent-fields.ts';
import { fileWords } from '../../activities/stock/contingent-file/words/file.ts';
import { type ContingentFileRow, contingentFileRows } from '../../database/read-models/contingent-file.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import type { Queries } from '../../database/schema.ts';
import type { Cell } from '../../rules/lists/cells.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { seatLabel } from '../../rules/venues/seat-label.ts';
import type { Sheet } from '../exports/sheet.ts';

/** The columns that count places. */
const integers: ReadonlySet<number> = new Set([
  contingentFields.indexOf('capacity'),
  contingentFields.length + 1,
]);

/**
 * What contingents have, and their seats, as the file that `import contingents` reads: one performance at a time in
 * memory. Read back as it is, it changes nothing.
 */
export function contingentSheet(
  db: Queries,
  scope: Scope,
  performanceIds: readonly string[],
  locale: Locale,
): Sheet {
  const { sheet, titles, label, taken } = fileWords[locale];
  const headings = [...contingentFields.map((field) => titles[field]), label, taken];
  return {
    title: sheet,
    locale,
    columns: headings.map((heading, place) => ({ heading, form: integers.has(place) ? 'integer' : 'text' })),
    batches: batchesOf(db, scope, performanceIds, locale),
  };
}

async function* batchesOf(
  db: Queries,
  scope: Scope,
  performanceIds: readonly string[],
  locale: Locale,
): AsyncGenerator<Cell[][]> {
  for (const id of performanceIds) {
    const rows = await contingentFileRows(db, scope, id);
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
