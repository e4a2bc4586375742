import type { Verb } from '../../verb.ts';
import type { WrittenPerformance } from './put-performances.ts';
import { refer } from './refer.ts';
import { type WantedRow, writeStockRows } from './stock-rows.ts';

/**
 * Puts the stock rows and, above them, what each performance has in each category. Rows that the input does not name
 * stay. Answers the performances of which a capacity was added or changed.
 */
export async function putStock(
  verb: Verb,
  organisationId: string,
  performances: readonly WrittenPerformance[],
): Promise<Set<string>> {
  const contingents = await readContingents(verb);
  const wanted = performances.flatMap((performance) => rowsOf(performance, contingents));
  return writeStockRows(verb, organisationId, wanted);
}

function rowsOf(performance: WrittenPerformance, contingents: ReadonlyMap<string, string>): WantedRow[] {
  return performance.input.seats.flatMap((seats, at) => {
    const path = `${performance.path}.seats.${at}`;
    const seatCategoryId = refer(performance.venue.categories, seats.category, `${path}.category`);
    return seats.contingents.map(({ code, capacity }, index) => ({
      performanceId: performance.id,
      seatCategoryId,
      contingentId: refer(contingents, code, `${path}.contingents.${index}.code`),
      capacity,
      settings: performance.event.activity.settings,
    }));
  });
}

async function readContingents(verb: Verb): Promise<Map<string, string>> {
  const rows = await verb.db
    .selectFrom('contingent')
    .select(['id', 'code'])
    .where('institution_id', '=', verb.institutionId)
    .execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}
