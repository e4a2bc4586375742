import { sql } from 'kysely';
import type { LetterKind } from '../../rules/letters/letter-snapshot.ts';
import { processId } from '../../rules/processes.ts';
import type { OptionRow } from '../options/locked-option.ts';
import type { Verb } from '../verb.ts';
import { oweLetter } from './owe-letter.ts';

/** Supersedes the letters of an option that have not started to leave and are no longer true. */
export async function supersedeLetters(
  verb: Verb,
  optionId: string,
  kinds: readonly LetterKind[],
): Promise<void> {
  const superseded = await verb.db
    .updateTable('letter')
    .set({ state: 'superseded', version: sql`version + 1` })
    .where('option_id', '=', optionId)
    .where('kind', 'in', [...kinds])
    .where('state', '=', 'owed')
    .returning('id')
    .execute();
  for (const { id } of superseded) verb.wake(processId.letter(id));
}

/**
 * Takes back what a letter said: superseded while it has not left; when it was the last thing the contact heard (or is
 * leaving now), a correcting letter is owed.
 */
export async function retractLetter(
  verb: Verb,
  option: OptionRow,
  kind: 'confirmation' | 'refusal',
  causeHistoryId: string,
  reason: string | null,
): Promise<void> {
  await supersedeLetters(verb, option.id, [kind]);
  const last = await verb.db
    .selectFrom('letter')
    .select(['kind', 'created_at'])
    .where('option_id', '=', option.id)
    .where('state', 'in', ['sending', 'sent'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.kind !== kind) return;
  await oweLetter(verb, {
    kind: 'correction',
    optionId: option.id,
    orderId: option.order_id,
    causeHistoryId,
    reason,
    corrects: { kind, issuedAt: last.created_at },
  });
}
