import { sql } from 'kysely';

/**
 * Places of one `part` of a release (`done`) that the giving contingent has not got back: all of them, or those that
 * somebody had when it was taken back. Without a number of its own, what was taken back came back whole.
 */
export const stillAway = sql<number>`((part->>'quantity')::int
  - coalesce((part->>'takenBack')::int, case when done.taken_back_at is null then 0 else (part->>'quantity')::int end))`;
