import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Answered } from './entities/system/worker-beat.ts';

/** What a worker last said of itself, and how long ago by the database's clock. */
export interface WorkerBeatRow {
  startedAt: string;
  beatAt: string;
  ageSeconds: number;
  temporal: Answered;
  mail: Answered;
}

/** Writes that a worker lives; the first time also takes away those that have been silent for a day. */
export async function writeWorkerBeat(
  database: Database,
  beat: { id: string; temporal: Answered; mail: Answered },
): Promise<void> {
  const written = await sql<{ first: boolean }>`
    insert into worker_beat (id, started_at, beat_at, temporal, mail)
    values (${beat.id}, now(), now(), ${beat.temporal}, ${beat.mail})
    on conflict (id) do update set beat_at = now(), temporal = excluded.temporal, mail = excluded.mail
    returning started_at = beat_at as first`.execute(database.queries());
  if (written.rows[0]?.first !== true) return;
  await sql`delete from worker_beat where beat_at < now() - interval '1 day'`.execute(database.queries());
}

/** A worker that stops in good order is not missed. */
export async function forgetWorker(database: Database, id: string): Promise<void> {
  await sql`delete from worker_beat where id = ${id}`.execute(database.queries());
}

/** The workers heard of within a day, the latest first. */
export async function readWorkerBeats(database: Database): Promise<WorkerBeatRow[]> {
  const { rows } = await sql<WorkerBeatRow>`
    select started_at as "startedAt", beat_at as "beatAt", extract(epoch from now() - beat_at)::float8 as "ageSeconds",
      temporal, mail
    from worker_beat where beat_at > now() - interval '1 day' order by beat_at desc`.execute(
    database.queries(),
  );
  return rows;
}
