import { processId } from '../../rules/processes.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { authorisationFacts, authorise } from './authorise.ts';
import { lastStart } from './choices.ts';
import { answerOf } from './decide-option.ts';
import { insertOption, type RequestInput, resolveRequest, writeRequested } from './new-option.ts';
import type { OptionAnswer } from './option-answer.ts';

/**
 * Takes a request for seats (verb `request`). Nothing is taken from the stock.
 * @throws Problem `performance.past` | `authorisation.refused` | `authorisation.warned` and those of `resolveRequest`.
 */
export async function requestOption(caller: VerbCaller, input: RequestInput): Promise<OptionAnswer> {
  return runVerb(caller, 'request', input, async (verb) => {
    const request = await resolveRequest(verb, input);
    const decision = await authorise(
      verb,
      'request',
      authorisationFacts(
        verb.now,
        request.choices,
        input.lines.map((line) => line.seatCategoryId),
        false,
      ),
      input.override,
    );
    const option = await insertOption(verb, input, request, 'request', decision);
    const lines = await writeRequested(verb, option.id, input, request.choices);
    const answer = answerOf(option, { lines, granted: [] }, [], lastStart(request.choices), verb.now, {
      warnings: decision.reasons,
    });
    verb.record({
      verb: 'request',
      subjectType: 'option',
      subjectId: option.id,
      organisationId: option.organisation_id,
      after: { state: answer.state, lines, choices: request.choices.map((choice) => choice.performanceId) },
      reason: input.override?.reason ?? input.reason ?? null,
      ruleVersion: decision.ruleSetVersion,
    });
    verb.wake(processId.option(option.id));
    return answer;
  });
}
