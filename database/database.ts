import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { jobNotices } from './job-notices.ts';
import { type DatabaseSettings, ormConfig } from './orm.config.ts';
import { isOutdatedPlan } from './pipelined-client.ts';
import type { Queries, Schema } from './schema.ts';
import { type Pipe, transact } from './transaction.ts';

/** The open database of a process: transactions for verbs, scoped reads for screens. */
export interface Database {
  /** Queries outside any institution (sessions, functions that open the wall for one purpose). */
  queries(): Queries;
  /**
   * Runs `work` in one transaction; the wall is closed until `work` sets an institution. When a migration has come between,
   * it is undone and `work` run once more.
   */
  transaction<T>(work: (db: Queries, pipe: Pipe) => Promise<T>): Promise<T>;
  /** Reads of one institution, in one snapshot of row level security. */
  read<T>(institutionId: string, work: (db: Queries) => Promise<T>): Promise<T>;
  /** Reads of one institution that all see the same moment, however long they take; never run twice, for what was read may have left. */
  snapshot<T>(institutionId: string, work: (db: Queries) => Promise<T>): Promise<T>;
  /** Tells the relay that so many jobs were just committed, together with those of other transactions. */
  tellOfJobs(jobs: number): void;
  close(): Promise<void>;
}

/** Opens the pool and checks that the database answers. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const orm = await MikroORM.init(ormConfig(settings));
  const once = <T>(work: (db: Queries, pipe: Pipe) => Promise<T>): Promise<T> =>
    orm.em
      .getKysely<Schema>()
      .getExecutor()
      .provideConnection((connection) => transact(connection, work));
  // a process of the former version goes on while its successor migrates
  const transaction: Database['transaction'] = (work) =>
    once(work).catch((error: unknown) => {
      if (isOutdatedPlan(error)) return once(work);
      throw error;
    });
  const read: Database['read'] = (institutionId, work) =>
    transaction((db, pipe) => {
      pipe.send(sql`select set_config('placet.institution', ${institutionId}, true)`);
      return work(db);
    });
  const snapshot: Database['snapshot'] = (institutionId, work) =>
    once((db, pipe) => {
      pipe.send(sql`set transaction isolation level repeatable read, read only`);
      pipe.send(sql`select set_config('placet.institution', ${institutionId}, true)`);
      return work(db);
    });
  const queries = () => orm.em.getKysely<Schema>();
  const notices = jobNotices(queries);
  return {
    queries,
    transaction,
    read,
    snapshot,
    tellOfJobs: notices.give,
    close: async () => {
      await notices.settled();
      await orm.close(true);
    },
  };
}
