import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { walkBatches } from '../walk-batches.ts';
import { beyond, conditions, inSearchedFields } from './list-conditions.ts';
import { type ListFields, uuid } from './list-fields.ts';
import {
  countedRows,
  type Keyset,
  type ListQuestion,
  type ListRequest,
  type ListSort,
} from './list-question.ts';
import { type Scope, type ScopedTable, scoped } from './scoped.ts';

/** As many matches are sorted at once; more are walked in the order of an index until the page is full. */
const fewRows = 2_000;

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
  /** How a row is found by one word, where looking into each searched field of each row would take too long. */
  foundBy?(word: string): RawBuilder<SqlBool>;
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
  const readAmong = async (db: Queries, scope: Scope, ids: readonly string[]): Promise<Read[]> => {
    const rows = within(db, scope).where(sql<SqlBool>`${sql.ref(idColumn)} = any(${[...ids]}::uuid[])`);
    return (await sql<Read>`${rows}`.execute(db)).rows;
  };
  const among = async (db: Queries, scope: Scope, ids: readonly string[]) =>
    (await readAmong(db, scope, ids)).map(present);
  const matchingOf = (db: Queries, scope: Scope, question: ListQuestion) => {
    let matching = within(db, scope);
    const foundBy = definition.foundBy ?? inSearchedFields(searched);
    for (const condition of conditions(question, foundBy, idColumn)) matching = matching.where(condition);
    return matching;
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
  const placesOf = async (
    db: Queries,
    matching: SelectQueryBuilder<DB, TB, Read>,
    request: ListRequest,
    few: boolean,
  ) => {
    const { sort: order, limit, after, offset } = request;
    const { field, descending } = order;
    const within = after === null ? matching : matching.where(beyond(order, idColumn, after));
    const places = within
      .clearSelect()
      .select([
        sql<string>`${sql.ref(idColumn)}`.as('id'),
        sql<unknown>`${sql.ref(field.column)}`.as('place'),
      ]);
    const direction = descending ? sql`desc` : sql`asc`;
    const fence = few ? sql` offset 0` : sql``; // few rows are found first and then put in order
    const found =
      await sql<RowPlace>`select id, place::text as "cursorValue" from (${places}${fence}) matching
      order by place ${direction}, id ${direction}
      limit ${sql.lit(limit + 1)} offset ${after === null ? offset : 0}`.execute(db);
    return found.rows;
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
    count: (db, scope, question) => countOf(db, matchingOf(db, scope, question)),
    walk: (db, scope, question) =>
      walkBatches(db, ordered(matchingOf(db, scope, question), question.sort), present),
    page: async (db, scope, request) => {
      const matching = matchingOf(db, scope, request);
      // a search may find next to nothing: whether it does decides how its page is looked for
      const searched = request.search === null ? null : await countOf(db, matching, countedRows + 1);
      const found = await placesOf(db, matching, request, searched !== null && searched <= fewRows);
      const places = found.slice(0, request.limit);
      const last = found.length > request.limit ? places.at(-1) : undefined;
      const known = request.after?.total ?? searched ?? totalOf(request, places.length, last !== undefined);
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
