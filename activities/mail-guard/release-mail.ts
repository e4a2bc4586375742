import { sql } from 'kysely';
import { Problem } from '../problem.ts';
import { wakeLetters } from '../reconcile/wake-rows.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { readMark } from './mail-mark.ts';

/** `withoutLetterIds`: letters that had already gone out and must not leave again. */
export interface ReleaseInput {
  withoutLetterIds?: string[];
  reason?: string | null;
}

/**
 * Lets held mail go (verb `release-mail`), by a person's decision: this database is taken for what it is, its mark goes
 * beyond the one the guard knew, and every letter owed is woken, in all institutions. Mail that is not held stays as it is.
 * @throws Problem `request.notFound` when a letter to keep back is not owed: nothing is released then.
 */
export async function releaseMail(caller: VerbCaller, input: ReleaseInput): Promise<{ released: boolean }> {
  return runVerb(caller, 'release-mail', input, async (verb) => {
    await verb.db.selectFrom('worker_mark').select('id').forUpdate().executeTakeFirstOrThrow();
    const mark = await readMark(verb.db);
    if (mark.heldSince === null) return { released: false };
    const without = new Set(input.withoutLetterIds ?? []);
    await everywhere(verb, async (institutionId) => {
      for (const letterId of await keepBack(verb, [...without])) without.delete(letterId);
      await wakeLetters((work) => work(verb.db), institutionId, 'all');
    });
    if (without.size > 0) throw new Problem('request.notFound');
    await verb.db
      .updateTable('worker_mark')
      .set({
        held_since: null,
        held_reason: null,
        database_identity: mark.identity,
        mail_mark: Math.max(mark.mark, mark.knownMark ?? 0) + 1,
        mail_mark_letter: Math.max(mark.letter, mark.knownLetter ?? 0),
      })
      .execute();
    verb.record({
      verb: 'release-mail',
      subjectType: 'mail',
      subjectId: mark.id,
      before: { heldSince: mark.heldSince, heldReason: mark.heldReason },
      reason: input.reason ?? null,
    });
    return { released: true };
  });
}

/** Letters that a person knows to have gone out are superseded, each with its own history. Answers which. */
async function keepBack(verb: Verb, letterIds: string[]): Promise<string[]> {
  if (letterIds.length === 0) return [];
  const kept = await verb.db
    .updateTable('letter')
    .set({ state: 'superseded', version: sql`version + 1` })
    .where('id', 'in', letterIds)
    .where('state', 'in', ['owed', 'sending'])
    .returning(['id', 'organisation_id'])
    .execute();
  for (const letter of kept) {
    verb.record({
      verb: 'release-mail',
      subjectType: 'letter',
      subjectId: letter.id,
      organisationId: letter.organisation_id,
      after: { state: 'superseded' },
    });
  }
  return kept.map(({ id }) => id);
}

/** Mail is held for the whole database: the wall opens to each institution in turn, and closes again. */
async function everywhere(verb: Verb, work: (institutionId: string) => Promise<void>): Promise<void> {
  const openWall = (institutionId: string) =>
    sql`select set_config('placet.institution', ${institutionId}, true)`.execute(verb.db);
  const institutions = await sql<{ id: string }>`select institution_ids() as id`.execute(verb.db);
  for (const { id } of institutions.rows) {
    await openWall(id);
    await work(id);
  }
  await openWall(verb.institutionId);
}
