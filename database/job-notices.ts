import { sql } from 'kysely';
import type { Queries } from './schema.ts';

/** Jobs that are told of together at most this long after the first of them. */
const gatherMs = 5;

/** Tells the relay that jobs wait in the outbox. */
export interface JobNotices {
  /** So many jobs have just been committed. */
  give(jobs: number): void;
  /** Ends when nothing is left to be told. */
  settled(): Promise<void>;
}

/**
 * Notices of jobs, given after the commits of their verbs and many at once: inside a transaction a notice would take
 * PostgreSQL's one lock of all notices until the commit is on disk. A notice is a hint and may be lost with its process;
 * the relay looks by itself every second.
 */
export function jobNotices(queries: () => Queries): JobNotices {
  let jobs = 0;
  let underWay: Promise<void> | null = null;
  const tell = async () => {
    while (jobs > 0) {
      await new Promise((resolve) => setTimeout(resolve, gatherMs));
      const count = jobs;
      jobs = 0;
      await sql`select pg_notify('jobs:insert', ${JSON.stringify({ count })})`
        .execute(queries())
        .catch(() => undefined);
    }
    underWay = null;
  };
  return {
    give: (more) => {
      jobs += more;
      underWay ??= tell();
    },
    settled: async () => {
      await underWay;
    },
  };
}
