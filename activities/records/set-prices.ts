import { performanceList } from '../../database/read-models/performances.ts';
import { type PriceRow, readPrices } from '../../database/read-models/prices.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { lockRecord, refuse, scopeOf } from './write-record.ts';

/** One cell of a price grid, in cents of the organisation's currency. */
export interface PriceCell {
  seatCategoryId: string;
  audienceSubcategoryId: string;
  priceCents: number;
}

/** A grid as it stands, under the version of its performance. */
export interface PriceGrid {
  version: number;
  prices: PriceRow[];
}

/**
 * Sets the whole price grid of a performance (verb `set-prices`): cells that are not given are taken out. Places that
 * were granted keep the price they were granted at. The performance's version rises with its grid.
 * @throws Problem `request.notFound`, `record.version`, `request.invalid` for a category of another venue or a cell
 *   that stands twice.
 */
export async function setPrices(
  caller: VerbCaller,
  input: { performanceId: string; version: number | null; prices: readonly PriceCell[] },
): Promise<PriceGrid> {
  return runVerb(caller, 'set-prices', input, async (verb) => {
    const scope = scopeOf(caller);
    const kind = { table: 'performance', list: performanceList } as const;
    const performance = await lockRecord(verb, kind, scope, {
      id: input.performanceId,
      version: input.version,
    });
    await requireCells(verb, performance.venueId, input.prices);
    const before = await gridOf(verb, performance.id);
    const wanted = new Map(input.prices.map((cell) => [keyOf(cell), cell]));
    const dropped = before.prices.filter((cell) => !wanted.has(keyOf(cell)));
    const known = new Map(before.prices.map((cell) => [keyOf(cell), cell.priceCents]));
    const changed = [...wanted.values()].filter((cell) => known.get(keyOf(cell)) !== cell.priceCents);
    if (dropped.length === 0 && changed.length === 0) return before;
    await writeCells(verb, performance.id, dropped, changed);
    await verb.db
      .updateTable('performance')
      .set((update) => ({ version: update('version', '+', 1) }))
      .where('id', '=', performance.id)
      .execute();
    const touched = new Set([...dropped, ...changed].map(keyOf));
    verb.record({
      verb: 'set-prices',
      subjectType: 'performance',
      subjectId: performance.id,
      organisationId: performance.organisationId,
      before: before.prices.filter((cell) => touched.has(keyOf(cell))).map(plainCell),
      after: changed,
    });
    return gridOf(verb, performance.id);
  });
}

async function gridOf(verb: Verb, performanceId: string): Promise<PriceGrid> {
  const grid = await readPrices(verb.db, scopeOf(verb.caller), performanceId);
  if (grid === null) throw new Problem('request.notFound');
  return grid;
}

/** Every cell stands once, in a category of the performance's venue, for a subcategory of the institution. */
async function requireCells(verb: Verb, venueId: string, cells: readonly PriceCell[]): Promise<void> {
  const categories = await verb.db
    .selectFrom('seat_category')
    .select('id')
    .where('venue_id', '=', venueId)
    .execute();
  const subcategories = await verb.db.selectFrom('audience_subcategory').select('id').execute();
  const inVenue = new Set(categories.map(({ id }) => id));
  const inInstitution = new Set(subcategories.map(({ id }) => id));
  const seen = new Set<string>();
  refuse(
    cells.flatMap((cell, position) => {
      const twice = seen.has(keyOf(cell));
      seen.add(keyOf(cell));
      return [
        ...(inVenue.has(cell.seatCategoryId) ? [] : [`${position}.seatCategoryId`]),
        ...(inInstitution.has(cell.audienceSubcategoryId) ? [] : [`${position}.audienceSubcategoryId`]),
        ...(twice ? [`${position}`] : []),
      ].map((path) => ({ path, code: 'field.reference' }));
    }),
  );
}

async function writeCells(
  verb: Verb,
  performanceId: string,
  dropped: readonly PriceCell[],
  changed: readonly PriceCell[],
): Promise<void> {
  for (const { seatCategoryId, audienceSubcategoryId } of dropped) {
    await verb.db
      .deleteFrom('price')
      .where('performance_id', '=', performanceId)
      .where('seat_category_id', '=', seatCategoryId)
      .where('audience_subcategory_id', '=', audienceSubcategoryId)
      .execute();
  }
  if (changed.length === 0) return;
  await verb.db
    .insertInto('price')
    .values(
      changed.map((cell) => ({
        id: newId(),
        institution_id: verb.institutionId,
        performance_id: performanceId,
        seat_category_id: cell.seatCategoryId,
        audience_subcategory_id: cell.audienceSubcategoryId,
        price_cents: cell.priceCents,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['performance_id', 'seat_category_id', 'audience_subcategory_id'])
        .doUpdateSet((update) => ({
          price_cents: update.ref('excluded.price_cents'),
          version: update('price.version', '+', 1),
        })),
    )
    .execute();
}

function keyOf(cell: Pick<PriceCell, 'seatCategoryId' | 'audienceSubcategoryId'>): string {
  return `${cell.seatCategoryId} ${cell.audienceSubcategoryId}`;
}

function plainCell({ seatCategoryId, audienceSubcategoryId, priceCents }: PriceRow): PriceCell {
  return { seatCategoryId, audienceSubcategoryId, priceCents };
}
