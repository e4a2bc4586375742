/** Where react-admin's store keeps what the server knows as one preference. */
const fixed: Readonly<Record<string, string>> = {
  theme: 'theme',
  locale: 'language',
  organisation: 'organisation',
  density: 'density',
  'navigation.closed': 'menu',
};

/** The parts of a list's preference, and the keys of the store they stand under. */
const parts = {
  hiddenColumns: (list: string) => `${list}.datatable`,
  columnOrder: (list: string) => `${list}.datatable_columnRanks`,
  rowsPerPage: (list: string) => `list.${list}.rowsPerPage`,
  defaultView: (list: string) => `list.${list}.defaultView`,
} as const;

/** The preference that a key of the store belongs to; null for what stays in this browser. */
export function preferenceOf(key: string): string | null {
  const known = fixed[key];
  if (known !== undefined) return known;
  const list = /^([a-z][a-z-]*)\.datatable(?:_columnRanks)?$/.exec(key)?.[1];
  const other = /^list\.([a-z][a-z-]*)\.(?:rowsPerPage|defaultView)$/.exec(key)?.[1];
  const found = list ?? other;
  return found === undefined ? null : `list.${found}`;
}

/** A preference as the keys of the store hold it; undefined takes a key back to what ships. */
export function keysOf(name: string, value: unknown): [key: string, value: unknown][] {
  if (!name.startsWith('list.')) {
    return Object.entries(fixed)
      .filter(([, preference]) => preference === name)
      .map(([key]) => [key, value === 'system' ? undefined : (value ?? undefined)]);
  }
  const list = name.slice('list.'.length);
  const fields = typeof value === 'object' && value !== null ? value : {};
  return Object.entries(parts).map(([part, keyOf]) => [keyOf(list), Reflect.get(fields, part) ?? undefined]);
}

/** A preference put together from the keys of the store; null when none of them is set. */
export function preferenceFrom(name: string, read: (key: string) => unknown): unknown {
  if (!name.startsWith('list.')) {
    const key = Object.entries(fixed).find(([, preference]) => preference === name)?.[0];
    return key === undefined ? null : (read(key) ?? null);
  }
  const list = name.slice('list.'.length);
  const set = Object.entries(parts)
    .map(([part, keyOf]): [string, unknown] => [part, read(keyOf(list))])
    .filter(([, value]) => value !== undefined && value !== null);
  return set.length === 0 ? null : Object.fromEntries(set);
}

/** Every preference that is not of a list. */
export const fixedPreferences: readonly string[] = Object.values(fixed);
