import { performanceList } from '../../database/read-models/performances.ts';
import type { FieldError } from '../problem.ts';
import { lockRecord, refuse, requireRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { overbookingSettings, writeStockRows } from './writing/stock-rows.ts';

/** How many places one contingent has in one seat category. */
export interface StockCell {
  seatCategoryId: string;
  contingentId: string;
  capacity: number;
}

/**
 * Opens the stock of a performance, or gives its contingents other capacities (verb `resize` in its history). Cells
 * that are not given stay as they are; a capacity below what is taken lets the row only shrink. The performance's
 * version rises with its stock.
 * @throws Problem `request.notFound`, `record.version`, `request.invalid` for a category of another venue or a cell
 *   that stands twice, `stock.numbered` where the performance's seats are open.
 */
export async function setStock(
  caller: VerbCaller,
  input: { performanceId: string; version: number | null; cells: readonly StockCell[] },
): Promise<{ version: number }> {
  return runVerb(caller, 'set-stock', input, async (verb) => {
    const scope = scopeOf(caller);
    const kind = { table: 'performance', list: performanceList } as const;
    const performance = await lockRecord(verb, kind, scope, {
      id: input.performanceId,
      version: input.version,
    });
    await requireCells(verb, performance.venueId, input.cells);
    const settings = await overbookingSettings(verb, performance.activityId);
    const wanted = input.cells.map((cell) => ({ ...cell, performanceId: performance.id, settings }));
    const written = await writeStockRows(verb, performance.organisationId, wanted);
    if (written.size === 0) return { version: performance.version };
    return verb.db
      .updateTable('performance')
      .set((update) => ({ version: update('version', '+', 1) }))
      .where('id', '=', performance.id)
      .returning('version')
      .executeTakeFirstOrThrow();
  });
}

/** Every cell stands once, in a category of the performance's venue, for a contingent within reach. */
async function requireCells(verb: Verb, venueId: string, cells: readonly StockCell[]): Promise<void> {
  const categories = await verb.db
    .selectFrom('seat_category')
    .select('id')
    .where('venue_id', '=', venueId)
    .execute();
  const inVenue = new Set(categories.map(({ id }) => id));
  const seen = new Set<string>();
  const checked = new Set<string>();
  const errors: FieldError[] = [];
  for (const [position, { seatCategoryId, contingentId }] of cells.entries()) {
    const key = `${seatCategoryId} ${contingentId}`;
    if (!inVenue.has(seatCategoryId))
      errors.push({ path: `${position}.seatCategoryId`, code: 'field.reference' });
    if (seen.has(key)) errors.push({ path: `${position}`, code: 'field.reference' });
    seen.add(key);
    if (checked.has(contingentId)) continue;
    checked.add(contingentId);
    await requireRecord(
      verb.db,
      scopeOf(verb.caller),
      'contingent',
      contingentId,
      `${position}.contingentId`,
    );
  }
  refuse(errors);
}
