import { processId } from '../../rules/processes.ts';
import { keepRequest } from '../authorisation/keep-request.ts';
import { tellTaken } from '../letters/tell-option.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { authoriseRequest } from './authorise-request.ts';
import { contactAtAnyTime } from './contact-lock.ts';
import { answerOf } from './decide-option.ts';
import { type AnyRequest, insertOption, pastStart, resolveRequest, writeRequested } from './new-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/**
 * Takes a request for seats or for a product (verb `request`). Nothing is taken from the stock.
 * @throws Problem `performance.past` | `authorisation.refused` | `authorisation.warned` and those of `resolveRequest`.
 */
export async function requestOption(caller: VerbCaller, input: AnyRequest): Promise<OptionAnswer> {
  return runVerb(caller, 'request', input, (verb) => takeRequest(verb, input, 'request'));
}

/** Takes a request, made new or as the copy of another one. */
export async function takeRequest(
  verb: Verb,
  input: AnyRequest,
  name: 'request' | 'duplicate',
  more: { duplicateOf?: number } = {},
): Promise<OptionAnswer> {
  const request = await resolveRequest(verb, input);
  const authorised = await authoriseRequest(verb, request, input, null, contactAtAnyTime);
  const { decision } = authorised;
  const option = await insertOption(verb, input, request, 'request', authorised);
  const lines = await writeRequested(verb, option.id, request);
  keepRequest(
    verb,
    { organisationId: option.organisation_id, contactId: input.contactId, optionId: option.id },
    decision,
  );
  const answer = answerOf(option, { lines, granted: [] }, [], pastStart(request), verb.now, {
    warnings: decision.reasons,
  });
  const causeHistoryId = verb.record({
    verb: name,
    subjectType: 'option',
    subjectId: option.id,
    organisationId: option.organisation_id,
    after: {
      state: answer.state,
      lines,
      choices: request.choices.map((choice) => choice.performanceId),
      profiles: authorised.profiles,
      ...more,
    },
    reason: input.override?.reason ?? input.reason ?? null,
    ruleVersion: decision.ruleSetVersion,
  });
  verb.wake(processId.option(option.id));
  const [facts] = request.choices;
  await tellTaken(verb, 'acknowledgement', facts, { optionId: option.id, causeHistoryId });
  return answer;
}
