import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Queries, Schema } from './schema.ts';

/** A statement that can be written down before it is sent: a builder, or a piece of SQL. */
export interface Statement<Row = unknown> {
  compile(db: Queries): CompiledQuery<Row>;
}

/** The way statements of one transaction leave: at once and in the order of the calls, also before the last is answered. */
export interface Pipe {
  /** Asks and answers the rows. */
  ask<Row>(statement: Statement<Row>): Promise<Row[]>;
  /**
   * Sends a statement whose answer nobody needs. When it fails, nothing of the transaction stays, and its failure is what
   * the caller is told.
   */
  send(statement: Statement): void;
}

const begin = CompiledQuery.raw('begin');
const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');

const bound = new WeakMap<DatabaseConnection, Queries>();

/**
 * Runs `work` in one transaction on a connection in pipeline mode. What is asked without waiting travels together, the
 * commit too: it is sent behind the last statement, and PostgreSQL makes it a rollback when one before it failed.
 */
export async function transact<Answer>(
  connection: DatabaseConnection,
  work: (db: Queries, pipe: Pipe) => Promise<Answer>,
): Promise<Answer> {
  const db = queriesOn(connection);
  const sent: Promise<unknown>[] = [];
  const put = <Row>(query: CompiledQuery<Row>): Promise<QueryResult<Row>> => {
    const answered = connection.executeQuery<Row>(query);
    answered.catch(() => undefined); // told once, when all are counted
    sent.push(answered);
    return answered;
  };
  const pipe: Pipe = {
    ask: async (statement) => (await put(statement.compile(db))).rows,
    send: (statement) => void put(statement.compile(db)),
  };
  void put(begin);
  let answer: Answer;
  try {
    answer = await work(db, pipe);
  } catch (error) {
    void put(rollback);
    const cause = await firstFailure(sent);
    throw cause !== undefined && onlyFollows(error) ? cause.reason : error;
  }
  void put(commit);
  const failure = await firstFailure(sent);
  if (failure !== undefined) throw failure.reason;
  return answer;
}

async function firstFailure(sent: readonly Promise<unknown>[]): Promise<PromiseRejectedResult | undefined> {
  const settled = await Promise.allSettled(sent);
  return settled.find((each) => each.status === 'rejected');
}

/** After a failed statement PostgreSQL refuses the others with this state: it says that, not why. */
const inFailedTransaction = '25P02';

function onlyFollows(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === inFailedTransaction;
}

/** The query builder on one connection. Unlike Kysely's own transaction it does not make statements wait for each other. */
function queriesOn(connection: DatabaseConnection): Queries {
  const known = bound.get(connection);
  if (known !== undefined) return known;
  const made = new Kysely<Schema>({ dialect: dialectOn(connection) });
  bound.set(connection, made);
  return made;
}

function dialectOn(connection: DatabaseConnection): Dialect {
  const nothing = () => Promise.resolve();
  const forbidden = () => Promise.reject(new Error('A transaction is begun and ended by `transact` only.'));
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: nothing,
      acquireConnection: () => Promise.resolve(connection),
      releaseConnection: nothing,
      beginTransaction: forbidden,
      commitTransaction: forbidden,
      rollbackTransaction: forbidden,
      destroy: nothing,
    }),
  };
}
