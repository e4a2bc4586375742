import { sql } from 'kysely';
import { newId } from '../../new-id.ts';
import type { Verb } from '../../verb.ts';
import type { WrittenPerformance } from './put-performances.ts';
import { inChunks } from './put-records.ts';
import { refer } from './refer.ts';

interface Cell {
  performanceId: string;
  seatCategoryId: string;
  subcategoryId: string;
  priceCents: number;
}

/**
 * Puts the price grids. Cells that the input does not name stay: another audience may have its own price.
 * Answers the performances of which a price was added or changed.
 */
export async function putPrices(
  verb: Verb,
  organisationId: string,
  performances: readonly WrittenPerformance[],
): Promise<Set<string>> {
  const subcategories = await readSubcategories(verb);
  const wanted = performances.flatMap((performance) => cellsOf(performance, subcategories));
  const known = new Map((await readCells(verb, performances)).map((cell) => [keyOf(cell), cell.priceCents]));
  const missing = wanted.filter((cell) => !known.has(keyOf(cell)));
  const changed = wanted.filter(
    (cell) => known.has(keyOf(cell)) && known.get(keyOf(cell)) !== cell.priceCents,
  );
  await inChunks(missing, (cells) =>
    verb.db
      .insertInto('price')
      .values(
        cells.map((cell) => ({
          id: newId(),
          institution_id: verb.institutionId,
          performance_id: cell.performanceId,
          seat_category_id: cell.seatCategoryId,
          audience_subcategory_id: cell.subcategoryId,
          price_cents: cell.priceCents,
        })),
      )
      .execute(),
  );
  await inChunks(changed, (cells) =>
    sql`
      update price p set price_cents = w."priceCents", version = version + 1
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
        as w ("performanceId" uuid, "seatCategoryId" uuid, "subcategoryId" uuid, "priceCents" int)
      where p.performance_id = w."performanceId" and p.seat_category_id = w."seatCategoryId"
        and p.audience_subcategory_id = w."subcategoryId"`.execute(verb.db),
  );
  recordGrids(verb, organisationId, known, [...missing, ...changed]);
  return new Set([...missing, ...changed].map(({ performanceId }) => performanceId));
}

function cellsOf(performance: WrittenPerformance, subcategories: ReadonlyMap<string, string[]>): Cell[] {
  return performance.input.seats.flatMap(({ category, prices }, at) => {
    const path = `${performance.path}.seats.${at}`;
    const seatCategoryId = refer(performance.venue.categories, category, `${path}.category`);
    const cells = prices.flatMap(({ subcategory, priceCents }, index) =>
      refer(subcategories, subcategory, `${path}.prices.${index}.subcategory`).map((subcategoryId) => ({
        performanceId: performance.id,
        seatCategoryId,
        subcategoryId,
        priceCents,
      })),
    );
    return [...new Map(cells.map((cell) => [keyOf(cell), cell])).values()];
  });
}

function keyOf({ performanceId, seatCategoryId, subcategoryId }: Cell): string {
  return `${performanceId}/${seatCategoryId}/${subcategoryId}`;
}

/** One history row per performance: the cells that changed, before and after. */
function recordGrids(
  verb: Verb,
  organisationId: string,
  known: ReadonlyMap<string, number>,
  cells: readonly Cell[],
): void {
  for (const [performanceId, own] of Map.groupBy(cells, (cell) => cell.performanceId)) {
    const before = own.flatMap((cell) => {
      const priceCents = known.get(keyOf(cell));
      return priceCents === undefined ? [] : [{ ...cell, priceCents }];
    });
    verb.record({
      verb: 'price',
      subjectType: 'performance',
      subjectId: performanceId,
      organisationId,
      before: before.length === 0 ? null : { prices: before.map(told) },
      after: { prices: own.map(told) },
    });
  }
}

function told({ seatCategoryId, subcategoryId, priceCents }: Cell) {
  return { seatCategoryId, subcategoryId, priceCents };
}

async function readSubcategories(verb: Verb): Promise<Map<string, string[]>> {
  const rows = await verb.db
    .selectFrom('audience_subcategory as u')
    .innerJoin('audience_category as c', 'c.id', 'u.audience_category_id')
    .select(['u.id', 'u.code', 'c.code as category'])
    .where('u.institution_id', '=', verb.institutionId)
    .execute();
  const ids = new Map<string, string[]>();
  for (const { id, code, category } of rows) {
    ids.set(`${category}/${code}`, [id]);
    ids.set(code, [...(ids.get(code) ?? []), id]);
  }
  return ids;
}

async function readCells(verb: Verb, performances: readonly WrittenPerformance[]): Promise<Cell[]> {
  return verb.db
    .selectFrom('price')
    .select(['performance_id as performanceId', 'seat_category_id as seatCategoryId'])
    .select(['audience_subcategory_id as subcategoryId', 'price_cents as priceCents'])
    .where('performance_id', '=', sql<string>`any(${performances.map(({ id }) => id)}::uuid[])`)
    .execute();
}
