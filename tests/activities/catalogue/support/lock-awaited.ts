import type { Stage } from '../../options/support/stage.ts';

/** Until somebody's statement waits for a lock. */
export async function lockAwaited(stage: Stage): Promise<void> {
  const { rows } = await stage.owner.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  if (rows[0]!.waiting === 0) await lockAwaited(stage);
}
