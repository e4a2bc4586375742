import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Queries } from '../../database/schema.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import type { HeldReason, MailMark } from './mail-mark.ts';

/** Holds all mail because the guard found this database older, moved or another; keeps what the guard knew. */
export async function holdMailAgainst(
  database: Database,
  reason: Exclude<HeldReason, 'asked'>,
  known: MailMark,
): Promise<void> {
  await database.transaction((db) => hold(db, reason, known));
}

/** Holds all mail by a person's decision (verb `hold-mail`), such as before a restore. Held mail stays as it is. */
export async function holdMail(caller: VerbCaller, input: { reason: string }): Promise<{ held: true }> {
  return runVerb(caller, 'hold-mail', input, async (verb) => {
    const held = await hold(verb.db, 'asked', null);
    if (held !== null) {
      verb.record({ verb: 'hold-mail', subjectType: 'mail', subjectId: held, reason: input.reason });
    }
    return { held: true };
  });
}

/** Answers the id of the mark, or null when mail was held already. */
async function hold(db: Queries, reason: HeldReason, known: MailMark | null): Promise<string | null> {
  const row = await db
    .updateTable('worker_mark')
    .set({
      held_since: sql`now()`,
      held_reason: reason,
      known_identity: known?.identity ?? null,
      known_mark: known?.mark ?? null,
      known_letter: known?.letter ?? null,
    })
    .where('held_since', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}
