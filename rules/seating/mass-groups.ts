import type { MassWish } from './mass-wish.ts';

/**
 * The list in groups that have nothing to do with one another: no date and no limit in common. What is best for each is
 * best for all, and each is searched by itself. Groups and their members keep the order of the list.
 */
export function groupsOf(wishes: readonly MassWish[]): MassWish[][] {
  const heads = new Map<string, string>();
  const headOf = (name: string): string => {
    const next = heads.get(name) ?? name;
    if (next === name) return name;
    const head = headOf(next);
    heads.set(name, head);
    return head;
  };
  for (const wish of wishes) {
    for (const name of namesOf(wish)) heads.set(headOf(name), headOf(ownName(wish)));
  }
  return [...Map.groupBy(wishes, (wish) => headOf(ownName(wish))).values()];
}

function ownName({ id }: MassWish): string {
  return `option ${id}`;
}

function namesOf({ dates }: MassWish): string[] {
  return dates.flatMap(({ performanceId, limits }) => [
    `performance ${performanceId}`,
    ...limits.map(({ limit }) => `limit ${limit}`),
  ]);
}
