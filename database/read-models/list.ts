import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { walkBatches } from '../walk-batches.ts';
import { beyond, filterConditions, inSearchedFields, isOwn, wordsOf } from './list-conditions.ts';
import { type ListFields, uuid } from './list-fields.ts';
import {
  countedRows,
  type Keyset,
  type ListQuestion,
  type ListRequest,
  type ListSort,
} from './list-question.ts';
import { type Scope, type ScopedTable, scoped } from './scoped.ts';

export interface ListPage<Row> {
  rows: Row[];
  /** At most `countedRows`. */
  total: number;
  totalCapped: boolean;
  next: Keyset | null;
}

/** A list as outsiders see it: its fields, its usual order, and what may be asked of it. */
export interface List<Row> {
  name: string;
  fields: ListFields;
  sort: readonly [field: string, direction: 'ASC' | 'DESC'];
  page(db: Queries, scope: Scope, request: ListRequest): Promise<ListPage<Row>>;
  one(db: Queries, scope: Scope, id: string): Promise<Row | null>;
  many(db: Queries, scope: Scope, ids: readonly string[]): Promise<Row[]>;
  /** How many rows a question has, without a cap. */
  count(db: Queries, scope: Scope, question: ListQuestion): Promise<number>;
  /** Every row of a question, in batches, from one cursor of the transaction: flat in memory, of one snapshot. */
  walk(db: Queries, scope: Scope, question: ListQuestion): AsyncGenerator<Row[]>;
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
  /** Whether a row has a word, by looking at it; without it, each searched field is looked into. */
  hasWord?(word: string): RawBuilder<SqlBool>;
  /** The same rows, those that have every word, by indexes: where looking at each row would take too long. */
  foundBy?(db: Queries, words: readonly string[]): RawBuilder<SqlBool> | Promise<RawBuilder<SqlBool>>;
  present(row: Read): Row;
}

/** Declares a list: which rows, which columns, what may be filtered and sorted. */
export function defineList<DB, TB extends keyof DB, Read extends { id: string }, Row>(
  definition: Definition<DB, TB, Read, Row>,
): List<Row> {
  const { name, table, sort, present } = definition;
  const idColumn = `${table}.id`;
  const fields: ListFields = { id: uuid(idColumn, { sortable: true }), ...definition.fields };
  const hasWord =
    definition.hasWord ?? inSearchedFields(Object.values(fields).filter((field) => field.searched));
  const within = (db: Queries, scope: Scope) => definition.rows(db).where(scoped(scope, table));
  const readAmong = async (db: Queries, scope: Scope, ids: readonly string[]): Promise<Read[]> => {
    const rows = within(db, scope).where(sql<SqlBool>`${sql.ref(idColumn)} = any(${[...ids]}::uuid[])`);
    return (await sql<Read>`${rows}`.execute(db)).rows;
  };
  const among = async (db: Queries, scope: Scope, ids: readonly string[]) =>
    (await readAmong(db, scope, ids)).map(present);
  const filtered = (db: Queries, scope: Scope, question: ListQuestion) => {
    let matching = within(db, scope);
    for (const condition of filterConditions(question, idColumn)) matching = matching.where(condition);
    return matching;
  };
  /** Rows that have every word, each looked at: soon enough of them where they are many. */
  const lookedAt = (db: Queries, scope: Scope, question: ListQuestion) => {
    let matching = filtered(db, scope, question);
    for (const word of wordsOf(question.search)) matching = matching.where(hasWord(word));
    return matching;
  };
  /** Rows that have every word, found by indexes where the list has some for them. */
  const matchingOf = async (db: Queries, scope: Scope, question: ListQuestion) => {
    const words = wordsOf(question.search);
    if (words.length === 0 || definition.foundBy === undefined)
      return { rows: lookedAt(db, scope, question) };
    const found = await definition.foundBy(db, words);
    return { rows: filtered(db, scope, question).where(found) };
  };
  const ordered = <Rows extends SelectQueryBuilder<DB, TB, Read>>(
    rows: Rows,
    { field, descending }: ListSort,
  ) => {
    const direction = descending ? sql`desc` : sql`asc`;
    return rows
      .orderBy(sql`${sql.ref(field.column)} ${direction}`)
      .orderBy(sql`${sql.ref(idColumn)} ${direction}`);
  };
  // first which rows, then what is in them: the first question is about few tables and quickly planned, whatever its
  // conditions; the second is always the same and planned once
  const placesAmong = (matching: SelectQueryBuilder<DB, TB, Read>, { sort: order, after }: ListRequest) => {
    const { field } = order;
    let within = after === null ? matching : matching.where(beyond(order, idColumn, after));
    // said of a joined table, it lets that table's own index give the order
    if (!field.nullable && !isOwn(field, idColumn)) {
      within = within.where(sql<SqlBool>`${sql.ref(field.column)} is not null`);
    }
    return within
      .clearSelect()
      .select([
        sql<string>`${sql.ref(idColumn)}`.as('id'),
        sql<unknown>`${sql.ref(field.column)}`.as('place'),
      ]);
  };
  /** A page in the order of an index, until it is full. */
  const walkTo = async (db: Queries, matching: SelectQueryBuilder<DB, TB, Read>, request: ListRequest) => {
    const found = await sql<RowPlace>`select id, place::text as "cursorValue"
      from (${placesAmong(matching, request)}) matching ${cut(request)}`.execute(db);
    return found.rows;
  };
  /**
   * What a search finds, found once for its total and its page. A search may find next to nothing, or most of all rows:
   * then they are walked until the page is full.
   */
  const searchFor = async (db: Queries, scope: Scope, request: ListRequest): Promise<Places> => {
    const known = request.after?.total ?? 0;
    if (known <= countedRows) {
      const { rows: matching } = await matchingOf(db, scope, request);
      const places = placesAmong(matching, request).limit(sql.lit(countedRows + 1));
      const { rows } = await sql<Partial<RowPlace> & { total: number }>`
        with found as materialized (${places}), counted as (select count(*)::int as total from found)
        select total, id, place::text as "cursorValue" from counted
        left join (select id, place from found ${cut(request)}) page on total <= ${sql.lit(countedRows)}
        ${order(request)}`.execute(db);
      const total = request.after?.total ?? rows[0]?.total ?? 0;
      const found = rows.flatMap(({ id, cursorValue = null }) => (id == null ? [] : [{ id, cursorValue }]));
      if (total <= countedRows) return { found, total };
    }
    return { found: await walkTo(db, lookedAt(db, scope, request), request), total: countedRows + 1 };
  };
  const rowsAt = async (db: Queries, scope: Scope, places: readonly RowPlace[]): Promise<Row[]> => {
    if (places.length === 0) return [];
    const ids = places.map(({ id }) => id);
    const byId = new Map((await readAmong(db, scope, ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []).map(present);
  };
  return {
    name,
    fields,
    sort,
    many: among,
    one: async (db, scope, sought) => (await among(db, scope, [sought]))[0] ?? null,
    count: async (db, scope, question) => countOf(db, (await matchingOf(db, scope, question)).rows),
    walk: async function* (db, scope, question) {
      const { rows } = await matchingOf(db, scope, question);
      yield* walkBatches(db, ordered(rows, question.sort), present);
    },
    page: async (db, scope, request) => {
      const matching = filtered(db, scope, request);
      const { found, total: counted } =
        request.search === null
          ? { found: await walkTo(db, matching, request), total: null }
          : await searchFor(db, scope, request);
      const places = found.slice(0, request.limit);
      const last = found.length > request.limit ? places.at(-1) : undefined;
      const known = request.after?.total ?? counted ?? totalOf(request, places.length, last !== undefined);
      const [rows, total] = await Promise.all([
        rowsAt(db, scope, places),
        known ?? countOf(db, matching, countedRows + 1),
      ]);
      return {
        rows,
        total: Math.min(total, countedRows),
        totalCapped: total > countedRows,
        next: last === undefined ? null : { value: last.cursorValue, id: last.id, total },
      };
    },
  };
}

/** A row of a page before it is read: its id, and its sort value for the cursor. */
interface RowPlace {
  id: string;
  cursorValue: string | null;
}

/** The rows of a page, one more when there are more, and how many there are. */
interface Places {
  found: RowPlace[];
  total: number;
}

function order({ sort }: ListQuestion): RawBuilder<unknown> {
  const direction = sort.descending ? sql`desc` : sql`asc`;
  return sql`order by place ${direction}, id ${direction}`;
}

/** A page and one row more, in order. */
function cut(request: ListRequest): RawBuilder<unknown> {
  const offset = request.after === null ? request.offset : 0;
  return sql`${order(request)} limit ${sql.lit(request.limit + 1)} offset ${offset}`;
}

/** The last page tells the total by itself; null when it must be counted. */
function totalOf({ offset }: ListRequest, rows: number, more: boolean): number | null {
  return more || (rows === 0 && offset > 0) ? null : offset + rows;
}

/** Rows of a question, counted up to `most` when it is given. */
async function countOf<DB, TB extends keyof DB, Read>(
  db: Queries,
  matching: SelectQueryBuilder<DB, TB, Read>,
  most?: number,
): Promise<number> {
  const bare = matching.clearSelect().select(sql.lit(1).as('one'));
  const counted = await sql<{ total: string }>`select count(*) as total
    from (${most === undefined ? bare : bare.limit(sql.lit(most))}) counted`.execute(db);
  return Number(counted.rows[0]?.total ?? 0);
}
