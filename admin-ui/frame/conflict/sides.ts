/** Whose value a field gets when two people changed one record. */
export type Side = 'mine' | 'theirs';

/** A field on which two versions differ, and who moved it away from what both began with. */
export type SideRow<N extends string = string> = {
  name: N;
  mine: unknown;
  theirs: unknown;
  changedBy: Side | 'both';
};

type Values = Readonly<Record<string, unknown>>;

/** One way of writing a value down, whatever the order of its keys; nothing, null and an empty text are the same. */
function written(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'null';
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${written(each)}`);
  return `{${entries
    .filter((entry) => !entry.endsWith(':null'))
    .sort()
    .join()}}`;
}

/** The fields on which `mine` and `theirs` differ, in the order of `names`; both began with `before`. */
export function differingFields<N extends string>(
  names: readonly N[],
  { before, mine, theirs }: { before: Values; mine: Values; theirs: Values },
): SideRow<N>[] {
  return names.flatMap((name): SideRow<N>[] => {
    const [old, own, other] = [written(before[name]), written(mine[name]), written(theirs[name])];
    if (own === other) return [];
    const moved = old === own ? 'theirs' : 'mine';
    const changedBy = old !== own && old !== other ? 'both' : moved;
    return [{ name, mine: mine[name], theirs: theirs[name], changedBy }];
  });
}

/** What is offered first: each field as the one who changed it left it; mine where both did. */
export function firstChoice(row: SideRow): Side {
  return row.changedBy === 'theirs' ? 'theirs' : 'mine';
}

/** Mine, with their value in each field where theirs was chosen. */
export function settled<V extends Values>(
  mine: V,
  rows: readonly SideRow[],
  choice: (row: SideRow) => Side,
): V {
  const theirs = rows.filter((row) => choice(row) === 'theirs').map((row) => [row.name, row.theirs]);
  return { ...mine, ...Object.fromEntries(theirs) };
}
