import { extraLines } from '../../rules/options/product-lines.ts';
import { tellTaken } from '../letters/tell-option.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { contactAtAnyTime } from './contact-lock.ts';
import { type AnyRequest, insertOption, resolveRequest, writeRequested } from './new-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { placeLines } from './place-lines.ts';
import { recordPlacement } from './place-option.ts';
import { requireExtraChoiceRight } from './products/grant-extra-choices.ts';
import { placeProduct } from './products/place-product.ts';

/** A direct placement: a request nobody made, with an exact due date when one was agreed. */
export type PlaceDirectlyInput = AnyRequest & { confirmationDueAt?: string | null };

/**
 * Creates an option that is placed at once (verb `place-directly`). There is no request moment: option profiles are not
 * read, only the rules of placement.
 * @throws Problem those of `resolveRequest` and `placeLines`; `request.forbidden` for an extra choice without its right.
 */
export async function placeDirectly(caller: VerbCaller, input: PlaceDirectlyInput): Promise<OptionAnswer> {
  return runVerb(caller, 'place-directly', input, async (verb) => {
    const request = await resolveRequest(verb, input);
    if (extraLines(request.lines).size > 0) requireExtraChoiceRight(verb, request.choices[0].organisationId);
    const option = await insertOption(verb, input, request, 'direct', null);
    const lines = { lines: await writeRequested(verb, option.id, request), granted: [] };
    const [facts] = request.choices;
    const placement = {
      option,
      lines,
      wishes: null,
      agreedAt: input.confirmationDueAt ?? null,
      override: input.override ?? null,
      lock: contactAtAnyTime,
    };
    const { answer, ruleVersion } =
      request.product === null
        ? await placeLines(verb, { ...placement, facts, seats: null })
        : await placeProduct(verb, { ...placement, product: request.product.facts, asker: facts.asker });
    const causeHistoryId = recordPlacement(
      verb,
      { ...option, state: null },
      'place-directly',
      input,
      [],
      answer,
      ruleVersion,
    );
    await tellTaken(verb, 'placement', facts, { optionId: option.id, causeHistoryId });
    return answer;
  });
}
