import type { SortPayload } from 'react-admin';

/** Conditions of a list by their names. */
export type Conditions = Readonly<Record<string, unknown>>;

/** A view as the API answers it. */
export type SavedView = {
  id: string;
  version: number;
  resource: string;
  name: string;
  filter: Conditions;
  sort: [field: string, direction: 'ASC' | 'DESC'] | null;
  columns: readonly string[] | null;
  shared: boolean;
  ownerId: string;
  ownerName: string;
  mine: boolean;
};

/** A view of a list: one that ships with the product, or one that somebody keeps. */
export type View = {
  /** The id of a saved one, the name of a shipped one. */
  id: string;
  filter: Conditions;
  sort: SortPayload | null;
  columns: readonly string[] | null;
  saved: SavedView | null;
};

/** A kept view as lists apply it. */
export function viewOf(saved: SavedView): View {
  const { id, filter, columns } = saved;
  const sort = saved.sort === null ? null : { field: saved.sort[0], order: saved.sort[1] };
  return { id, filter, sort, columns, saved };
}

/** The conditions that are really set: an emptied field asks for nothing. */
export function conditionsSet(filter: Conditions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** Whether a list under these conditions and in this order shows the view. */
export function shows(view: View, filter: Conditions, sort: SortPayload): boolean {
  const told = (conditions: Conditions) =>
    JSON.stringify(Object.entries(conditionsSet(conditions)).sort(([a], [b]) => (a < b ? -1 : 1)));
  const sameOrder = view.sort === null || (view.sort.field === sort.field && view.sort.order === sort.order);
  return sameOrder && told(view.filter) === told(filter);
}
