import { keptDecision } from '../../rules/authorisation/decide.ts';
import { processId } from '../../rules/processes.ts';
import { Problem } from '../problem.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { authoriseRequest } from './authorise-request.ts';
import { contactFirst, lockTold } from './contact-lock.ts';
import { answerOf, decideOption } from './decide-option.ts';
import type { OptionVerbInput } from './locked-option.ts';
import {
  type AnyRequest,
  pastStart,
  productColumns,
  type ResolvedRequest,
  resolveRequest,
  writeRequested,
} from './new-option.ts';
import type { AnsweredLine, OptionAnswer } from './option-answer.ts';

/** A request as it should read from now on. */
export type ChangeInput = AnyRequest & OptionVerbInput;

/**
 * Changes a request while it is not treated (verb `change`): choices, lines, remarks, contact. The rules of request are
 * asked about what it becomes.
 * @throws Problem `option.state` | `record.version` and those of a request.
 */
export async function changeOption(caller: VerbCaller, input: ChangeInput): Promise<OptionAnswer> {
  return contactFirst((lock) =>
    runVerb(caller, 'change', input, async (verb) => {
      await lockTold(verb.ask, lock);
      const { option, lines: before } = await decideOption(verb, 'change', input);
      const request = await resolveRequest(verb, {
        ...input,
        channelId: input.channelId ?? option.channel_id,
      });
      if ((request.product === null) !== (option.kind === 'seats')) throw new Problem('request.notFound');
      const authorised = await authoriseRequest(verb, request, input, option.id, lock);
      const byContact = verb.actor.holderId !== undefined;
      const { decision, profilePaymentOn } = authorised;
      await verb.db.deleteFrom('option_line').where('option_id', '=', option.id).execute();
      await verb.db.deleteFrom('option_choice').where('option_id', '=', option.id).execute();
      const written = byContact ? keepingPrices(request, before.lines) : request;
      const lines = await writeRequested(verb, option.id, written);
      const [first] = request.choices;
      const changed = await verb.db
        .updateTable('seat_option')
        .set({
          organisation_id: first.organisationId,
          ...productColumns(request),
          contact_id: input.contactId,
          structure_id: request.structureId,
          channel_id: request.channelId,
          performance_id: first.performanceId,
          performance_starts_at: first.startsAt,
          requested_quantity: request.lines.reduce((sum, line) => sum + line.quantity, 0),
          accepts_upgrade: input.acceptsUpgrade ?? false,
          remark: input.remark ?? null,
          ...(byContact ? {} : { internal_remark: input.internalRemark ?? null }),
          end_policy: first.endPolicy,
          grace_hours: first.graceHours,
          profile_payment_on: profilePaymentOn,
          next_action_at: pastStart(request).startsAt,
          authorisation: keptDecision(decision),
          version: option.version + 1,
        })
        .where('id', '=', option.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      const answer = answerOf(changed, { lines, granted: [] }, [], pastStart(request), verb.now, {
        warnings: decision.reasons,
      });
      verb.record({
        verb: 'change',
        subjectType: 'option',
        subjectId: option.id,
        organisationId: changed.organisation_id,
        before: { contactId: option.contact_id, lines: before.lines, performanceId: option.performance_id },
        after: {
          contactId: changed.contact_id,
          lines,
          performanceId: changed.performance_id,
          profiles: authorised.profiles,
        },
        reason: input.override?.reason ?? input.reason ?? null,
        ruleVersion: decision.ruleSetVersion,
      });
      verb.wake(processId.option(option.id));
      return answer;
    }),
  );
}

/** A contact says how many places; the price an operator has noted for a category stays with it. */
function keepingPrices(request: ResolvedRequest, before: readonly AnsweredLine[]): ResolvedRequest {
  const noted = new Map(before.map((line) => [line.seatCategoryId, line.audienceSubcategoryId]));
  const [first, ...more] = request.lines;
  const keep = (line: ResolvedRequest['lines'][number]) => ({
    ...line,
    audienceSubcategoryId: noted.get(line.seatCategoryId) ?? null,
  });
  return { ...request, lines: [keep(first), ...more.map(keep)] };
}
