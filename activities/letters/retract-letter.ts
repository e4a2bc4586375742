import { sql } from 'kysely';
import type { LetterKind } from '../../rules/letters/letter-snapshot.ts';
import { processId } from '../../rules/processes.ts';
import type { OptionRow } from '../options/locked-option.ts';
import type { Verb } from '../verb.ts';
import { oweLetter } from './owe-letter.ts';

/**
 * Supersedes the letters of an option, or of several, that have not started to leave and are no longer true; with a
 * performance those that speak of it only.
 */
export async function supersedeLetters(
  verb: Verb,
  optionId: string | readonly string[],
  kinds: readonly LetterKind[],
  performanceId: string | null = null,
): Promise<void> {
  const optionIds = typeof optionId === 'string' ? [optionId] : [...optionId];
  const superseded = await verb.db
    .updateTable('letter')
    .set({ state: 'superseded', version: sql`version + 1` })
    .where('option_id', '=', sql<string>`any(${optionIds}::uuid[])`)
    .where('kind', 'in', [...kinds])
    .where('state', '=', 'owed')
    .$if(performanceId !== null, (query) =>
      query.where(sql`coalesce(snapshot->'performance'->>'id', ${performanceId})`, '=', performanceId),
    )
    .returning('id')
    .execute();
  for (const { id } of superseded) verb.wake(processId.letter(id));
}

/**
 * Takes back what the contact was told of an option that is decided no longer: what has not left is superseded; when the
 * last decision they heard of (or that is leaving now) is one of those taken back, a correcting letter is owed.
 */
export async function retractLetter(
  verb: Verb,
  option: OptionRow,
  causeHistoryId: string,
  reason: string | null,
  takenBack: readonly LetterKind[] = ['confirmation', 'refusal'],
): Promise<void> {
  await supersedeLetters(verb, option.id, takenBack);
  const last = await verb.db
    .selectFrom('letter')
    .select(['kind', 'created_at'])
    .where('option_id', '=', option.id)
    .where('kind', 'in', ['confirmation', 'refusal', 'correction', 'lapse', 'performance-cancelled'])
    .where('state', 'in', ['sending', 'sent'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || !takenBack.includes(last.kind)) return;
  await oweLetter(verb, {
    kind: 'correction',
    optionId: option.id,
    orderId: option.order_id,
    causeHistoryId,
    reason,
    corrects: { kind: last.kind, issuedAt: last.created_at },
  });
}
