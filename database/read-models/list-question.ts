import type { ListField } from './list-fields.ts';

/** Totals are counted no further than this. */
export const countedRows = 10_000;

/** One condition of a reader, already checked against the fields of the list. */
export interface ListFilter {
  field: ListField;
  /** `any`: equal to one of the values, null meaning empty. */
  operator: 'any' | 'from' | 'to';
  values: readonly (string | number | boolean | null)[];
}

/**
 * Where a page ended: the sort value as PostgreSQL writes it, the id that settles ties, and the rows counted when the
 * walk began (one more than `countedRows` when there are more), so that the next pages need not count again.
 */
export interface Keyset {
  value: string | null;
  id: string;
  total: number;
}

/** One field, and a direction; ties are settled by the id. */
export interface ListSort {
  field: ListField;
  descending: boolean;
}

/** Which rows, and in which order. */
export interface ListQuestion {
  filters: readonly ListFilter[];
  search: string | null;
  sort: ListSort;
}

/** A page asked for. */
export interface ListRequest extends ListQuestion {
  offset: number;
  limit: number;
  after: Keyset | null;
}
