import { sql } from 'kysely';
import { processId } from '../../rules/processes.ts';
import { tellWaiting } from '../letters/tell-option.ts';
import { newId } from '../new-id.ts';
import type { Verb } from '../verb.ts';
import { readChoices } from './choices.ts';
import type { OptionRow } from './locked-option.ts';
import type { AnsweredLine } from './option-answer.ts';
import { insertLines } from './option-lines.ts';
import { requestEnd } from './request-end.ts';

/**
 * Puts what a placement did not grant on the waiting list (verb `split`): a new option beside the placed one, refused from
 * requested, for the places that no earlier remainder of it waits for. Its contact may know. Nothing when all is granted.
 */
export async function splitRemainder(
  verb: Verb,
  option: OptionRow,
  lines: readonly AnsweredLine[],
  reason: string | null,
): Promise<void> {
  const waiting = await waitingAlready(verb, option.id);
  const left = lines.flatMap((line) => {
    const granted = line.placed.reduce((sum, { quantity }) => sum + quantity, 0);
    const missing = line.requestedQuantity - granted;
    const key = keyOf(line);
    const covered = Math.min(Math.max(0, missing), waiting.get(key) ?? 0);
    waiting.set(key, (waiting.get(key) ?? 0) - covered);
    return missing - covered > 0 ? [{ line, quantity: missing - covered }] : [];
  });
  if (left.length === 0) return;
  const quantity = left.reduce((sum, each) => sum + each.quantity, 0);
  const { id, number } = await insertRemainder(verb, option, quantity);
  await copyChoices(verb, option.id, id);
  const asked = await askRemainder(verb, option, id, left);
  const causeHistoryId = verb.record({
    verb: 'split',
    subjectType: 'option',
    subjectId: id,
    organisationId: option.organisation_id,
    after: { state: 'waiting', splitFrom: option.number, number, lines: asked },
    reason,
  });
  verb.wake(processId.option(id));
  await tellWaiting(verb, id, causeHistoryId);
}

type Asked = Pick<AnsweredLine, 'seatCategoryId' | 'audienceSubcategoryId'>;

function keyOf({ seatCategoryId, audienceSubcategoryId }: Asked): string {
  return `${seatCategoryId}/${audienceSubcategoryId ?? ''}`;
}

/** Places that remainders of the option ask for and that nobody has given up. */
async function waitingAlready(verb: Verb, optionId: string): Promise<Map<string, number>> {
  const { rows } = await sql<Asked & { quantity: number }>`
    select l.seat_category_id as "seatCategoryId", l.audience_subcategory_id as "audienceSubcategoryId",
      sum(l.requested_quantity)::int as quantity
    from seat_option o join option_line l on l.option_id = o.id
    where o.split_from_id = ${optionId} and o.state not in ('withdrawn', 'cancelled', 'lapsed', 'declined')
    group by 1, 2`.execute(verb.db);
  return new Map(rows.map((row) => [keyOf(row), row.quantity]));
}

async function insertRemainder(verb: Verb, option: OptionRow, quantity: number) {
  const told = await verb.db
    .selectFrom('seat_option')
    .select(['remark', 'internal_remark', 'requested_at', 'no_letters_reason'])
    .where('id', '=', option.id)
    .executeTakeFirstOrThrow();
  return verb.db
    .insertInto('seat_option')
    .values({
      ...told,
      id: newId(),
      institution_id: verb.institutionId,
      organisation_id: option.organisation_id,
      origin: option.origin,
      contact_id: option.contact_id,
      structure_id: option.structure_id,
      channel_id: option.channel_id,
      state: 'waiting',
      refused_from: 'requested',
      split_from_id: option.id,
      performance_id: option.performance_id,
      performance_starts_at: option.performance_starts_at,
      requested_quantity: quantity,
      accepts_upgrade: option.accepts_upgrade,
      decided_at: verb.now,
      end_policy: option.end_policy,
      grace_hours: option.grace_hours,
      profile_payment_on: option.profile_payment_on,
      next_action_at: await requestEnd(verb, option),
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
}

async function copyChoices(verb: Verb, from: string, to: string): Promise<void> {
  const choices = await readChoices(verb.db, from);
  await verb.db
    .insertInto('option_choice')
    .values(
      choices.map(({ performanceId }, rank) => ({
        id: newId(),
        institution_id: verb.institutionId,
        option_id: to,
        performance_id: performanceId,
        rank,
      })),
    )
    .execute();
}

async function askRemainder(
  verb: Verb,
  option: OptionRow,
  optionId: string,
  left: readonly { line: AnsweredLine; quantity: number }[],
): Promise<AnsweredLine[]> {
  const lines = left.map(({ line, quantity }): AnsweredLine => {
    const minimum = line.minimumQuantity;
    return {
      id: newId(),
      performanceId: option.performance_id,
      productLineId: null,
      seatCategoryId: line.seatCategoryId,
      audienceSubcategoryId: line.audienceSubcategoryId,
      requestedQuantity: quantity,
      minimumQuantity: minimum === null ? null : Math.min(minimum, quantity),
      placed: [],
    };
  });
  await insertLines(verb, optionId, lines).execute();
  return lines;
}
