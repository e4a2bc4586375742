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
   * something: the count then costs nothing for it. The reader's scope tells names in their language, nothing else.
   */
  rows(db: Queries, scope: Scope): SelectQueryBuilder<DB, TB, Read>;
  /** Whether a row has a word, by looking at it; without it, each searched field is looked into. */
  hasWord?(word: string): RawBuilder<SqlBool>;
  /**
   * The same rows, those that have every word, by indexes of their own table: where looking at each would take long. They
   * fulfil one of these conditions, each of which an index knows by itself. What is asked `once` is not asked anew by each.
   */
  foundBy?(db: Queries, words: readonly string[], once: Once): Alternatives | Promise<Alternatives>;
  /**
   * The rows without what is joined to them, when that only shows something: pages and totals whose conditions stand in
   * the table itself are then read from its indexes alone.
   */
  own?: RawBuilder<unknown>;
  /** The rows with what filters, sorts and words ask of other tables, and nothing that is only shown: quickly planned. */
  near?: RawBuilder<unknown>;
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
  const within = (db: Queries, scope: Scope) => definition.rows(db, scope).where(scoped(scope, table));
  const readAmong = async (db: Queries, scope: Scope, ids: readonly string[]): Promise<Read[]> => {
    const rows = within(db, scope).where(sql<SqlBool>`${sql.ref(idColumn)} = any(${[...ids]}::uuid[])`);
    return (await sql<Read>`${rows}`.execute(db)).rows;
  };
  const among = async (db: Queries, scope: Scope, ids: readonly string[]) =>
    (await readAmong(db, scope, ids)).map(present);
  const filtered = (scope: Scope, question: ListQuestion): Matching => ({
    scope,
    conditions: [scoped(scope, table), ...filterConditions(question, idColumn)],
    own: question.filters.every(({ field }) => isOwn(field, idColumn)),
  });
  /** Rows that have every word, each looked at: soon enough of them where they are many. */
  const lookedAt = (scope: Scope, question: ListQuestion, say: typeof oftenSo = asItIs): Matching => {
    const had = wordsOf(question.search).map((word) => say(hasWord(word)));
    return { scope, conditions: [...filtered(scope, question).conditions, ...had], own: false };
  };
  /** Rows that have every word, found by indexes where the list has some for them. */
  const matchingOf = async (db: Queries, scope: Scope, question: ListQuestion): Promise<Matching> => {
    const words = wordsOf(question.search);
    const matching = filtered(scope, question);
    if (words.length === 0) return matching;
    if (definition.foundBy === undefined) return lookedAt(scope, question);
    return narrowed(matching, anyOf(await definition.foundBy(db, words, asItIs)));
  };
  const joined = (db: Queries, { scope, conditions }: Omit<Matching, 'own'>) =>
    conditions.reduce((rows, condition) => rows.where(condition), definition.rows(db, scope));
  /** Some columns of the rows that match, from their own table alone when that has all that is asked, else from few more. */
  const select = (db: Queries, matching: Matching, columns: Record<string, RawBuilder<unknown>>) => {
    const { conditions, own } = matching;
    const from = (own ? definition.own : undefined) ?? definition.near;
    const named = Object.entries(columns).map(([as, column]) => column.as(as));
    if (from === undefined) return joined(db, matching).clearSelect().select(named);
    const listed = Object.entries(columns).map(([as, column]) => sql`${column} as ${sql.ref(as)}`);
    return sql`select ${sql.join(listed)} from ${from} where ${sql.join(conditions, sql` and `)}`;
  };
  // first which rows, then what is in them: the first question is about few tables and quickly planned, whatever its
  // conditions; the second is always the same and planned once
  const placesAmong = (
    db: Queries,
    matching: Matching,
    { field }: ListSort,
    further: readonly RawBuilder<SqlBool>[],
  ) => {
    const own = isOwn(field, idColumn);
    // said of a joined table, it lets that table's own index give the order
    const there = own || field.nullable ? [] : [sql<SqlBool>`${sql.ref(field.column)} is not null`];
    return select(
      db,
      {
        ...matching,
        conditions: [...matching.conditions, ...further, ...there],
        own: own && matching.own,
      },
      { id: sql.ref(idColumn), place: sql.ref(field.column) },
    );
  };
  /** A page in the order of an index, until it is full. */
  const walkTo = async (db: Queries, matching: Matching, request: ListRequest) => {
    const { sort, after } = request;
    const parts = after === null ? [[]] : beyond(sort, idColumn, after).map((part) => [part]);
    const found: RowPlace[] = [];
    for (const part of parts) {
      if (found.length > request.limit) break;
      const rest = { ...request, limit: request.limit - found.length };
      const { rows } = await sql<RowPlace>`select id, place::text as "cursorValue" from (
        select * from (${placesAmong(db, matching, sort, part)}) matching ${cut(rest)}
      ) page ${order(request)}`.execute(db);
      found.push(...rows);
    }
    return found;
  };
  /**
   * What a search finds, found once for its total and its page. A search may find next to nothing, or most of all rows:
   * then they are walked until the page is full, where an index has their order.
   */
  const searchFor = async (db: Queries, scope: Scope, request: ListRequest): Promise<Places> => {
    if (!isOwn(request.sort.field, idColumn)) {
      const matching = await matchingOf(db, scope, request);
      const total = request.after?.total ?? (await countOf(db, matching, countedRows + 1));
      return { found: await walkTo(db, matching, request), total };
    }
    const few = (request.after?.total ?? 0) <= countedRows ? await pageOfFew(db, scope, request) : null;
    return (
      few ?? { found: await walkTo(db, lookedAt(scope, request, oftenSo), request), total: countedRows + 1 }
    );
  };
  /**
   * The page and the total of the rows of a search that are few enough to be counted; null when they are more. An index tells
   * of each alternative by itself whether it has too many, before one row is fetched.
   */
  const pageOfFew = async (db: Queries, scope: Scope, request: ListRequest): Promise<Places | null> => {
    const { sort, after } = request;
    const { asked, once } = askedOnce();
    const alternatives = await definition.foundBy?.(db, wordsOf(request.search), once);
    const base = filtered(scope, request);
    const matching =
      alternatives === undefined ? lookedAt(scope, request) : narrowed(base, anyOf(alternatives));
    const tooMany = (alternatives ?? []).map((alternative) => {
      const rows = select(db, narrowed(base, alternative), {});
      return sql<SqlBool>`(select count(*) from (${rows} limit ${sql.lit(countedRows + 1)}) rows) > ${sql.lit(countedRows)}`;
    });
    const many = tooMany.length === 0 || after !== null ? sql<SqlBool>`false` : anyOf(tooMany);
    const further = after === null ? [] : [anyOf(beyond(sort, idColumn, after))];
    const { rows } = await sql<Partial<RowPlace> & { total: number }>`
      with ${sql.join([...asked, sql`told as materialized (select ${many} as many)`])},
        found as materialized (
          ${placesAmong(db, matching, sort, [...further, sql<SqlBool>`not (select many from told)`])}
          limit ${sql.lit(countedRows + 1)}
        ),
        counted as materialized (
          select case when many then ${sql.lit(countedRows + 1)} else (select count(*)::int from found) end as total from told
        )
      select total, id, place::text as "cursorValue" from counted
      left join (
        select id, place from found where (select total from counted) <= ${sql.lit(countedRows)} ${cut(request)}
      ) page on true
      ${order(request)}`.execute(db);
    const total = request.after?.total ?? rows[0]?.total ?? 0;
    const found = rows.flatMap(({ id, cursorValue = null }) => (id == null ? [] : [{ id, cursorValue }]));
    return total > countedRows ? null : { found, total };
  };
  const countOf = async (db: Queries, matching: Matching, most?: number): Promise<number> => {
    const limit = most === undefined ? sql`` : sql`limit ${sql.lit(most)}`;
    const { rows } = await sql<{ total: string }>`select count(*) as total
      from (${select(db, matching, {})} ${limit}) counted`.execute(db);
    return Number(rows[0]?.total ?? 0);
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
    count: async (db, scope, question) => countOf(db, await matchingOf(db, scope, question)),
    walk: async function* (db, scope, question) {
      const matching = await matchingOf(db, scope, question);
      yield* walkBatches(db, ordered(joined(db, matching), question.sort), present);
    },
    page: async (db, scope, request) => {
      const matching = filtered(scope, request);
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

/** Which rows: every condition on them, and whether all stand in the list's own table. */
interface Matching {
  scope: Scope;
  conditions: readonly RawBuilder<SqlBool>[];
  own: boolean;
}

/** Conditions of which a row fulfils at least one. */
export type Alternatives = readonly RawBuilder<SqlBool>[];

/** Has a question asked once, however often its answer is used. */
export type Once = (question: RawBuilder<unknown>) => RawBuilder<unknown>;

/** Questions of a statement that are asked once, as what stands after its `with`. */
function askedOnce(): { asked: readonly RawBuilder<unknown>[]; once: Once } {
  const asked: RawBuilder<unknown>[] = [];
  const once: Once = (question) => {
    const name = sql.table(`asked_${asked.length}`);
    asked.push(sql`${name} as materialized (select ${question} as answer)`);
    return sql`(select answer from ${name})`;
  };
  return { asked, once };
}

function narrowed(matching: Matching, condition: RawBuilder<SqlBool>): Matching {
  return { ...matching, conditions: [...matching.conditions, condition] };
}

function asItIs<T>(condition: RawBuilder<T>): RawBuilder<T> {
  return condition;
}

function anyOf(conditions: Alternatives): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

/** A condition that many rows fulfil: PostgreSQL, which cannot know that of a pattern, then walks an index. */
function oftenSo(condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`coalesce(${condition}, false)`;
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
