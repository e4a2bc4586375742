import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { say } from '../../../bin/parts/progress.ts';
import { type FaultStack, mortals } from './stack.ts';

/** How long nothing may change before what is still owed counts as forgotten: longer than a letter rests between two tries. */
const PATIENCE_MS = 150_000;

/** Waits until every part runs, no letter or wake-up waits and no date falls due; gives up when nothing moves any more. */
export async function nothingOwed(stack: FaultStack): Promise<void> {
  const began = performance.now();
  const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 });
  pool.on('error', () => undefined); // a connection lost with its server
  let before = '';
  let changed = performance.now();
  try {
    while (performance.now() - changed < PATIENCE_MS) {
      const owed = await pool
        .query<{ letters: number; jobs: number; dates: number }>(
          `select (select count(*)::int from letter where state in ('owed', 'sending')) as letters,
             (select count(*)::int from graphile_worker._private_jobs) as jobs,
             (select count(*)::int from seat_option where next_action_at < now() + interval '10 minutes')
               + (select count(*)::int from customer_order where next_action_at < now() + interval '10 minutes') as dates`,
        )
        .then(({ rows }) => rows[0] ?? null)
        .catch(() => null);
      if (
        owed?.letters === 0 &&
        owed.jobs === 0 &&
        owed.dates === 0 &&
        mortals.every((part) => stack.runs(part))
      ) {
        return say(`Nothing is owed after ${Math.round((performance.now() - began) / 1000)} s.`);
      }
      const now = JSON.stringify(owed);
      if (now !== before) changed = performance.now();
      before = now;
      await delay(500);
    }
    say(`Nothing moves any more: ${before}.`);
  } finally {
    await pool.end();
  }
}
