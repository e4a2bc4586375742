import type pg from 'pg';
import { say } from '../../../bin/parts/progress.ts';
import type { Kill } from './killer.ts';

/** Kills that fell between the first and the last write of the customers. */
export async function killsInside(owner: pg.Pool, pattern: string, kills: readonly Kill[]): Promise<Kill[]> {
  const { rows } = await owner.query<{ first: Date | null; last: Date | null }>(
    `select min(h.at) as first, max(h.at) as last from history h join seat_option o on o.id = h.subject_id
     where o.remark like $1`,
    [pattern],
  );
  const { first = null, last = null } = rows[0] ?? {};
  return kills.filter(({ at }) => first !== null && last !== null && at > first && at < last);
}

/** The longest time from a kill to the next write; writes of the first second were under way when the part was killed. */
export async function longestRecovery(owner: pg.Pool, kills: readonly Kill[]): Promise<number> {
  let longest = 0;
  for (const { at, part } of kills) {
    const { rows } = await owner.query<{ next: Date | null }>(
      `select min(at) as next from history where actor_type = 'operator' and at > $1::timestamptz + interval '1 second'`,
      [at],
    );
    const next = rows[0]?.next ?? null;
    const seconds = next === null ? Number.MAX_SAFE_INTEGER : (next.getTime() - at.getTime()) / 1000;
    say(`After ${part} was killed the next write came within ${seconds} s.`);
    longest = Math.max(longest, seconds);
  }
  return longest;
}
