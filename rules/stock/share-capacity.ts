/** One who shares the places of a category: what it must have, first things first, and what it weighs beyond that. */
export interface Sharer {
  id: string;
  weight: number;
  /** Places it needs, in tiers: the first tier of everybody comes before the second of anybody. */
  needs: readonly number[];
}

/**
 * Shares so many places. Everybody gets what they need while there is enough, a tier that is not covered is shared in
 * proportion to it; beyond their needs everybody comes as near as can be to their share by weight. Whole places, all of
 * them given; the same input gives the same answer.
 */
export function shareCapacity(total: number, sharers: readonly Sharer[]): Map<string, number> {
  const given = new Map(sharers.map(({ id }) => [id, 0]));
  if (sharers.length === 0) return given;
  let left = total;
  const tiers = Math.max(0, ...sharers.map(({ needs }) => needs.length));
  for (let tier = 0; tier < tiers; tier += 1) {
    const wanted = sharers.map(({ id, needs }) => ({ id, weight: needs[tier] ?? 0 }));
    const sum = wanted.reduce((all, { weight }) => all + weight, 0);
    const parts =
      sum <= left ? new Map(wanted.map(({ id, weight }) => [id, weight])) : inProportion(left, wanted);
    for (const [id, part] of parts) given.set(id, (given.get(id) ?? 0) + part);
    left -= Math.min(sum, left);
    if (left === 0) return given;
  }
  return byWeight(total, sharers, given);
}

/** Who needs more than their share by weight keeps what they need; the others share what that leaves. */
function byWeight(
  total: number,
  sharers: readonly Sharer[],
  needed: ReadonlyMap<string, number>,
): Map<string, number> {
  const shares = new Map(needed);
  let open = weighted(sharers);
  let pool = total;
  for (;;) {
    const sum = open.reduce((all, { weight }) => all + weight, 0);
    const above = open.filter(({ id, weight }) => (needed.get(id) ?? 0) * sum > pool * weight);
    if (above.length === 0) break;
    pool -= above.reduce((all, { id }) => all + (needed.get(id) ?? 0), 0);
    open = open.filter((each) => !above.includes(each));
  }
  for (const [id, part] of inProportion(pool, open)) shares.set(id, part);
  return shares;
}

/** Where nobody weighs anything all weigh the same. */
function weighted(sharers: readonly Sharer[]): { id: string; weight: number }[] {
  const none = sharers.every(({ weight }) => weight === 0);
  return sharers.map(({ id, weight }) => ({ id, weight: none ? 1 : weight }));
}

/** By the largest remainders, so that no place is left over. */
function inProportion(total: number, parts: readonly { id: string; weight: number }[]): Map<string, number> {
  const sum = parts.reduce((all, { weight }) => all + weight, 0);
  if (sum === 0) return new Map(parts.map(({ id }) => [id, 0]));
  const exact = parts.map(({ id, weight }, at) => ({
    id,
    at,
    whole: Math.floor((total * weight) / sum),
    rest: (total * weight) % sum,
  }));
  let over = total - exact.reduce((all, { whole }) => all + whole, 0);
  const most = exact.toSorted((one, other) => other.rest - one.rest || one.at - other.at);
  const raised = new Set<string>();
  for (const { id } of most) {
    if (over === 0) break;
    raised.add(id);
    over -= 1;
  }
  return new Map(exact.map(({ id, whole }) => [id, whole + (raised.has(id) ? 1 : 0)]));
}
