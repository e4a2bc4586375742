import { type Search, seatKinds } from './search.ts';

/**
 * The stated score, most important first; less is better, and a proposal is better than another at the first criterion
 * where they differ. Choice and category count "in case of unavailability" only (request form of the seed), so a
 * fallback date or an upgrade never wins over the wish itself.
 */
export const criteria = [
  /** Rank of the date: 0 the first choice, 1 to 3 the fallback dates. */
  'choice',
  /** 1 where a seat is left alone below the trigger: only when nothing else is possible on that date. */
  'isolating',
  /** 0 as asked, 1 one category better, 2 partly. */
  'category',
  /** Companions who do not sit beside their wheelchair user. */
  'companionsApart',
  /** Rank of the wheelchair bays taken: close to one another, then close to the best point. */
  'bays',
  /** 0 in one row or in rows one behind the other, 1 in rows apart. */
  'apart',
  /** Pieces the group is split into. */
  'blocks',
  /** Seats left alone that were not alone before. */
  'isolated',
  /** People of the group with nobody of it beside them. */
  'lone',
  'rows',
  /** Seats with a restricted view. */
  'restricted',
  /** How far the pieces lie from a common line front to back: half seats, summed over people. */
  'spread',
  /** To the best point (the wheelchair users, where there are some): steps of three seats, summed over people. */
  'distance',
  /** Places where the group ends beside a free seat: large blocks stay whole. */
  'cuts',
] as const;
export type Criterion = (typeof criteria)[number];
export type Score = Readonly<Record<Criterion, number>>;

/** What is measured on the seats themselves; the other criteria come from the wish. */
export type Measure = Pick<
  Score,
  'apart' | 'blocks' | 'isolated' | 'lone' | 'rows' | 'restricted' | 'spread' | 'distance' | 'cuts'
>;

/** The first criterion where two scores differ, or null when they are equal. */
export function decidingCriterion(one: Score, other: Score): Criterion | null {
  return criteria.find((criterion) => one[criterion] !== other[criterion]) ?? null;
}

/**
 * The measure of chosen seats (indices in hall order), counted seat by seat: the definition that the search must meet.
 * The wheelchair party counts for what is left alone and cut, not for how the rest sits.
 */
export function measure(search: Search, chosen: readonly number[]): Measure {
  const { map, party } = search;
  const taken = new Set([...chosen, ...party]);
  const rows = [...new Set(chosen.map((index) => map.rowOf[index] ?? 0))];
  const members = new Set(chosen);
  const blocks = chosen.filter((index) => !(map.joined[index] === 1 && members.has(index - 1))).length;
  return {
    apart: oneBehindTheOther(search, rows) ? 0 : 1,
    blocks,
    isolated: isolatedBy(search, taken).length,
    lone: chosen.filter((index) => !besides(search, index).some((each) => taken.has(each))).length,
    rows: rows.length,
    restricted: chosen.filter((index) => map.restricted[index] === 1).length,
    spread: blocks > 1 && oneBehindTheOther(search, rows) ? spread(search, chosen) : 0,
    distance: chosen.reduce((sum, index) => sum + (search.distance[index] ?? 0), 0),
    cuts: [...taken].reduce((sum, index) => sum + neighboursLeft(search, index, taken).length, 0),
  };
}

/** Seats that `taken` leaves alone between taken or blocked ones, aisles and ends, and that were not alone before. */
function isolatedBy(search: Search, taken: ReadonlySet<number>): number[] {
  const beside = new Set([...taken].flatMap((index) => neighboursLeft(search, index, taken)));
  return [...beside].filter(
    (index) => search.kind[index] !== seatKinds.kept && neighboursLeft(search, index, taken).length === 0,
  );
}

function neighboursLeft(search: Search, index: number, taken: ReadonlySet<number>): number[] {
  return besides(search, index).filter((each) => search.map.free[each] === 1 && !taken.has(each));
}

function besides({ map }: Search, index: number): number[] {
  return [
    ...(map.joined[index] === 1 ? [index - 1] : []),
    ...(map.joined[index + 1] === 1 ? [index + 1] : []),
  ];
}

function oneBehindTheOther({ map }: Search, rows: readonly number[]): boolean {
  const first = Math.min(...rows);
  const last = Math.max(...rows);
  if (last - first > rows.length - 1) return false;
  return !map.blockStart.some((start) => start > first && start <= last);
}

/** Sum of distances to the common line that makes it least: the median. */
function spread({ map }: Search, chosen: readonly number[]): number {
  const columns = chosen.map((index) => map.column[index] ?? 0).toSorted((one, other) => one - other);
  const middle = columns[Math.floor(columns.length / 2)] ?? 0;
  return columns.reduce((sum, column) => sum + Math.abs(column - middle), 0);
}
