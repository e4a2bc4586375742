import type { Queries } from '../../database/schema.ts';

/** One of the performances asked for. */
export interface Choice {
  performanceId: string;
  startsAt: string;
  timeZone: string;
}

/** Reads the choices of an option in their order. */
export async function readChoices(db: Queries, optionId: string): Promise<Choice[]> {
  return db
    .selectFrom('option_choice as c')
    .innerJoin('performance as p', 'p.id', 'c.performance_id')
    .select(['p.id as performanceId', 'p.starts_at as startsAt', 'p.time_zone as timeZone'])
    .where('c.option_id', '=', optionId)
    .orderBy('c.rank')
    .execute();
}

/** While nothing is held, an option is past when the latest of its choices has started. */
export function lastStart(choices: readonly Choice[]): Choice {
  const [last] = choices.toSorted((a, b) => Date.parse(b.startsAt) - Date.parse(a.startsAt));
  if (last === undefined) throw new RangeError('an option without a choice');
  return last;
}
