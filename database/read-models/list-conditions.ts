import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { FieldKind, ListField } from './list-fields.ts';
import type { Keyset, ListFilter, ListQuestion, ListSort } from './list-question.ts';

const sqlTypes: Readonly<Record<FieldKind, string>> = {
  uuid: 'uuid',
  text: 'text',
  integer: 'int',
  boolean: 'boolean',
  instant: 'timestamptz',
  day: 'date',
};

/** What rows must fulfil by the filters of a question. */
export function filterConditions(question: ListQuestion, idColumn: string): RawBuilder<SqlBool>[] {
  return question.filters.map((filter) => filterCondition(filter, idColumn));
}

/** The words of a search, each once, in small letters and without accents. */
export function wordsOf(search: string | null): string[] {
  const words = plain(search ?? '').split(/\s+/);
  return [...new Set(words.filter((word) => word !== ''))];
}

function filterCondition(filter: ListFilter, idColumn: string): RawBuilder<SqlBool> {
  const { column } = filter.field;
  const fits = comparison(filter, sql.ref(column));
  if (filter.field.among === null) return fits;
  const { from, key, of = idColumn, when = 'true', few = false } = filter.field.among;
  const keys = sql`select ${sql.ref(key)} from ${sql.raw(from)} where ${fits} and ${sql.raw(when)}`;
  return few ? sql`${sql.ref(of)} = any(array(${keys}))` : sql`${sql.ref(of)} in (${keys})`;
}

function comparison(
  { field, operator, values }: ListFilter,
  column: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const type = sql.raw(sqlTypes[field.kind]);
  switch (operator) {
    case 'from':
      return sql`${column} >= ${values[0]}::${type}`;
    case 'to':
      return sql`${column} <= ${values[0]}::${type}`;
    case 'any': {
      const present = values.filter((value) => value !== null);
      const equal = present.length === 1 ? sql<SqlBool>`${column} = ${told(field, present)}` : among(present);
      return values.length === present.length ? equal : sql`(${equal} or ${column} is null)`;
    }
  }
  function among(present: ListFilter['values']): RawBuilder<SqlBool> {
    if (field.choices === null || present.length === 0) return sql`${column} = any(${present}::${type}[])`;
    return sql`${column} in (${told(field, present)})`;
  }
}

/**
 * Values of a condition. One of a few words, or yes and no, is written out, so that each gets the plan that suits how
 * often it occurs; the rest are parameters, whose plan is kept.
 */
function told(field: ListField, values: ListFilter['values']): RawBuilder<unknown> {
  const few = field.choices !== null || field.kind === 'boolean';
  const type = sql.raw(sqlTypes[field.kind]);
  return sql.join(values.map((value) => (few ? sql.lit(value) : sql`${value}::${type}`)));
}

/**
 * A word is found in any of the searched fields, whatever its case and accents; a number is also looked for in number
 * fields.
 */
export function inSearchedFields(searched: readonly ListField[]): (word: string) => RawBuilder<SqlBool> {
  return (word) => {
    const hits = searched.flatMap((field) => {
      const column = sql.ref(field.column);
      if (field.kind === 'text') {
        return [sql`translate(lower(${column}), ${accented}, ${unaccented}) like ${`%${escapeLike(word)}%`}`];
      }
      return isNumber(word) ? [sql`${column} = ${Number(word)}::int`] : [];
    });
    return hits.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(hits, sql` or `)})`;
  };
}

/** A word that may be the number of a record. */
export function isNumber(word: string): boolean {
  return /^\d{1,9}$/.test(word);
}

const accented = 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ';
const unaccented = plain(accented);

/** In small letters and without accents. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '');
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, (special) => `\\${special}`);
}

/**
 * The rows after a keyset, in an order whose ties the id settles: each condition names rows that come before those of the
 * next one. Empty values come last upwards, first downwards; they stand apart, for an index is not entered in the middle by
 * an alternative. A value of another table is also bounded by itself: its index can then be entered there.
 */
export function beyond(sort: ListSort, idColumn: string, after: Keyset): RawBuilder<SqlBool>[] {
  const { field, descending } = sort;
  const column = sql.ref(field.column);
  const id = sql.ref(idColumn);
  const than = descending ? sql`<` : sql`>`;
  const lastId = sql`${after.id}::uuid`;
  const lastValue = sql`${after.value}::${sql.raw(sqlTypes[field.kind])}`;
  if (after.value === null) {
    const sameHole = sql<SqlBool>`(${column} is null and ${id} ${than} ${lastId})`;
    return descending ? [sameHole, sql`${column} is not null`] : [sameHole];
  }
  const pair = sql<SqlBool>`(${column}, ${id}) ${than} (${lastValue}, ${lastId})`;
  const further = isOwn(field, idColumn) ? pair : sql<SqlBool>`(${column} ${than}= ${lastValue} and ${pair})`;
  return field.nullable && !descending ? [further, sql`${column} is null`] : [further];
}

/** Whether a field stands in the table whose rows are listed, or is looked up by their id. */
export function isOwn(field: ListField, idColumn: string): boolean {
  return field.among !== null || field.column.split('.')[0] === idColumn.split('.')[0];
}
