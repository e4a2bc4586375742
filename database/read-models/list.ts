import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { type FieldKind, type ListField, type ListFields, uuid } from './list-fields.ts';
import { type Scope, type ScopedTable, scoped } from './scoped.ts';

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

/** A page asked for. */
export interface ListRequest {
  filters: readonly ListFilter[];
  search: string | null;
  sort: { field: ListField; descending: boolean };
  offset: number;
  limit: number;
  after: Keyset | null;
}

export interface ListPage<Row> {
  rows: Row[];
  /** At most `countedRows`. */
  total: number;
  totalCapped: boolean;
  next: Keyset | null;
}

/** A list as outsiders see it: its fields, its usual order, and three questions. */
export interface List<Row> {
  name: string;
  fields: ListFields;
  sort: readonly [field: string, direction: 'ASC' | 'DESC'];
  page(db: Queries, scope: Scope, request: ListRequest): Promise<ListPage<Row>>;
  one(db: Queries, scope: Scope, id: string): Promise<Row | null>;
  many(db: Queries, scope: Scope, ids: readonly string[]): Promise<Row[]>;
}

interface Definition<DB, TB extends keyof DB, Read extends { id: string }, Row> {
  name: string;
  /** The table that owns the rows; the wall and the perimeter are put on it here, never by the definition. */
  table: ScopedTable;
  fields: ListFields;
  sort: readonly [field: string, direction: 'ASC' | 'DESC'];
  /**
   * The columns of a row, named as outsiders know them. Join by `left join` on primary keys where a join only shows
   * something: the count then costs nothing for it.
   */
  rows(db: Queries): SelectQueryBuilder<DB, TB, Read>;
  present(row: Read): Row;
}

/** Declares a list: which rows, which columns, what may be filtered and sorted. */
export function defineList<DB, TB extends keyof DB, Read extends { id: string }, Row>(
  definition: Definition<DB, TB, Read, Row>,
): List<Row> {
  const { name, table, sort, present } = definition;
  const idColumn = `${table}.id`;
  const fields: ListFields = { id: uuid(idColumn, { sortable: true }), ...definition.fields };
  const searched = Object.values(fields).filter((field) => field.searched);
  const within = (db: Queries, scope: Scope) => definition.rows(db).where(scoped(scope, table));
  const among = async (db: Queries, scope: Scope, ids: readonly string[]) => {
    const rows = await within(db, scope)
      .where(sql<SqlBool>`${sql.ref(idColumn)} = any(${[...ids]}::uuid[])`)
      .execute();
    return rows.map(present);
  };
  return {
    name,
    fields,
    sort,
    many: among,
    one: async (db, scope, sought) => (await among(db, scope, [sought]))[0] ?? null,
    page: async (db, scope, request) => {
      let matching = within(db, scope);
      for (const condition of conditions(request, searched, idColumn)) matching = matching.where(condition);
      const { field, descending } = request.sort;
      const direction = descending ? sql`desc` : sql`asc`;
      let page = matching
        .select(sql<string | null>`${sql.ref(field.column)}::text`.as('cursorValue'))
        .orderBy(sql`${sql.ref(field.column)} ${direction}`)
        .orderBy(sql`${sql.ref(idColumn)} ${direction}`)
        .limit(request.limit + 1);
      if (request.after !== null) page = page.where(beyond(request.sort, idColumn, request.after));
      else if (request.offset > 0) page = page.offset(request.offset);
      const { rows: found } = await sql<Read & { cursorValue: string | null }>`${page}`.execute(db);
      const rows = found.slice(0, request.limit);
      const last = found.length > request.limit ? rows.at(-1) : undefined;
      const known = request.after?.total ?? totalOf(request, rows.length, last !== undefined);
      const total = known ?? (await countUpTo(db, matching));
      const next = last === undefined ? null : { value: last.cursorValue, id: last.id, total };
      return {
        rows: rows.map((row) => present(withoutCursor(row))),
        total: Math.min(total, countedRows),
        totalCapped: total > countedRows,
        next,
      };
    },
  };
}

/** The cursor is for the next page, not for the reader of this one: it is taken out of the row. */
function withoutCursor<Read extends { cursorValue: string | null }>(row: Read): Read {
  Reflect.deleteProperty(row, 'cursorValue');
  return row;
}

/** The last page tells the total by itself; null when it must be counted. */
function totalOf({ offset }: ListRequest, rows: number, more: boolean): number | null {
  return more || (rows === 0 && offset > 0) ? null : offset + rows;
}

async function countUpTo<DB, TB extends keyof DB, Read>(
  db: Queries,
  matching: SelectQueryBuilder<DB, TB, Read>,
): Promise<number> {
  const capped = matching
    .clearSelect()
    .select(sql.lit(1).as('one'))
    .limit(countedRows + 1);
  const counted = await sql<{ total: string }>`select count(*) as total from (${capped}) counted`.execute(db);
  return Number(counted.rows[0]?.total ?? 0);
}

const sqlTypes: Readonly<Record<FieldKind, string>> = {
  uuid: 'uuid',
  text: 'text',
  integer: 'int',
  boolean: 'boolean',
  instant: 'timestamptz',
  day: 'date',
};

function conditions(
  request: ListRequest,
  searched: readonly ListField[],
  idColumn: string,
): RawBuilder<SqlBool>[] {
  const search = request.search === null ? [] : [searchCondition(searched, request.search)];
  return [...request.filters.map((filter) => filterCondition(filter, idColumn)), ...search];
}

function filterCondition(filter: ListFilter, idColumn: string): RawBuilder<SqlBool> {
  const { among, column } = filter.field;
  const fits = comparison(filter, sql.ref(column));
  if (among === null) return fits;
  const { table, key, when } = among;
  return sql`${sql.ref(idColumn)} in (select ${sql.ref(key)} from ${sql.table(table)} where ${fits} and ${sql.raw(when)})`;
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
      const [only] = present;
      const equal =
        present.length === 1
          ? sql<SqlBool>`${column} = ${only}::${type}`
          : sql<SqlBool>`${column} = any(${present}::${type}[])`;
      return values.length === present.length ? equal : sql`(${equal} or ${column} is null)`;
    }
  }
}

/**
 * Every word must be found, each in any of the searched fields, whatever its case and accents; a number is also looked
 * for in number fields.
 */
function searchCondition(searched: readonly ListField[], search: string): RawBuilder<SqlBool> {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const all = words.map((word) => {
    const hits = searched.flatMap((field) => {
      const column = sql.ref(field.column);
      if (field.kind === 'text') {
        return [sql`translate(lower(${column}), ${accented}, ${unaccented}) like ${`%${escapeLike(word)}%`}`];
      }
      return /^\d{1,9}$/.test(word) ? [sql`${column} = ${Number(word)}::int`] : [];
    });
    return hits.length === 0 ? sql`false` : sql`(${sql.join(hits, sql` or `)})`;
  });
  return all.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(all, sql` and `)}`;
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

/** The rows after a keyset, in an order whose ties the id settles. Empty values come last upwards, first downwards. */
function beyond(sort: ListRequest['sort'], idColumn: string, after: Keyset): RawBuilder<SqlBool> {
  const { field, descending } = sort;
  const column = sql.ref(field.column);
  const id = sql.ref(idColumn);
  const than = descending ? sql`<` : sql`>`;
  const lastId = sql`${after.id}::uuid`;
  const lastValue = sql`${after.value}::${sql.raw(sqlTypes[field.kind])}`;
  if (after.value === null) {
    const sameHole = sql`${column} is null and ${id} ${than} ${lastId}`;
    return descending ? sql`(${sameHole} or ${column} is not null)` : sql`(${sameHole})`;
  }
  const further = sql`(${column}, ${id}) ${than} (${lastValue}, ${lastId})`;
  return field.nullable && !descending
    ? sql<SqlBool>`(${further} or ${column} is null)`
    : sql<SqlBool>`${further}`;
}
