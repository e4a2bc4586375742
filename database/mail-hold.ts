import type { HeldReason } from './entities/system/worker-mark.ts';
import type { Queries } from './schema.ts';

/** Whether all mail of this database is held until a person decides, since when and why. */
export interface MailHold {
  held: boolean;
  since: string | null;
  reason: HeldReason | null;
}

/** Mail is held for the whole database: it belongs to no institution. */
export async function readMailHold(db: Queries): Promise<MailHold> {
  const mark = await db
    .selectFrom('worker_mark')
    .select(['held_since as since', 'held_reason as reason'])
    .executeTakeFirst();
  const since = mark?.since ?? null;
  return { held: since !== null, since, reason: mark?.reason ?? null };
}
