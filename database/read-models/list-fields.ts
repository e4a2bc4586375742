/** What a field of a list holds: decides how its filter values are read and compared. */
export type FieldKind = 'uuid' | 'text' | 'integer' | 'boolean' | 'instant' | 'day';

/** One field that outsiders may filter or sort by. A field that is not declared does not exist for them. */
export interface ListField {
  /** Where it stands, as `table.column`. */
  column: string;
  kind: FieldKind;
  sortable: boolean;
  /** The values it may have, when they are few. */
  choices: readonly string[] | null;
  /** May be empty: filters by null, and keeps the empty rows together when sorting. */
  nullable: boolean;
  /** Searched by `q`. */
  searched: boolean;
  /**
   * The value stands in rows `from` elsewhere: a record fits when one of them has it. Their `key` is the record's id, or what
   * its own column `of` holds. When the keys of a value are `few`, they are asked first, once. Not sortable.
   */
  among: { from: string; key: string; of?: string; when?: string; few?: true } | null;
}

export type ListFields = Readonly<Record<string, ListField>>;

type Options = Partial<Omit<ListField, 'column' | 'kind'>>;

/** A field that shows itself as its kind usually does. */
const field =
  (kind: FieldKind, sortable: boolean) =>
  (column: string, options: Options = {}): ListField => ({
    column,
    kind,
    sortable,
    choices: null,
    nullable: false,
    searched: false,
    among: null,
    ...options,
  });

/** An id, of the record or of one it refers to. */
export const uuid = field('uuid', false);
/** A text; with `searched`, `q` looks into it. */
export const text = field('text', true);
/** A whole number. */
export const integer = field('integer', true);
/** Yes or no. */
export const flag = field('boolean', false);
/** A point in time; filters `_gte` and `_lte` besides equality. */
export const instant = field('instant', true);
/** A calendar day; filters `_gte` and `_lte` besides equality. */
export const day = field('day', true);
/** One of a few words. */
export const choice = (column: string, choices: readonly string[], options: Options = {}): ListField =>
  field('text', true)(column, { choices, ...options });
