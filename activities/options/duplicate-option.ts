import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { readChoices } from './choices.ts';
import { lockOption, type OptionVerbInput } from './locked-option.ts';
import type { AnyRequest } from './new-option.ts';
import type { OptionAnswer } from './option-answer.ts';
import { readLines } from './option-lines.ts';
import { takeRequest } from './request-option.ts';

/** A copy of a request: for another audience subcategory, where one is named, on every line. */
export interface DuplicateInput extends OptionVerbInput {
  audienceSubcategoryId?: string | null;
}

/**
 * Copies the request of an option, whatever became of it, into a new one (verb `duplicate`): choices, places, contact,
 * channel and remarks, for another audience subcategory if wanted. The rules of request are asked about the copy.
 * @throws Problem `request.notFound` and those of a request.
 */
export async function duplicateOption(caller: VerbCaller, input: DuplicateInput): Promise<OptionAnswer> {
  return runVerb(caller, 'duplicate', input, async (verb) => {
    const { copy, number } = await copyOf(verb, input);
    return takeRequest(verb, copy, 'duplicate', { duplicateOf: number });
  });
}

async function copyOf(verb: Verb, input: DuplicateInput): Promise<{ copy: AnyRequest; number: number }> {
  const option = await lockOption(verb, input);
  const { lines } = await readLines(verb.ask, option.id);
  const { remark, internal_remark } = await verb.db
    .selectFrom('seat_option')
    .select(['remark', 'internal_remark'])
    .where('id', '=', option.id)
    .executeTakeFirstOrThrow();
  const [first = option.performance_id, ...fallbacks] = (await readChoices(verb.db, option.id)).map(
    ({ performanceId }) => performanceId,
  );
  const { audienceSubcategoryId = null } = input;
  const words = {
    contactId: option.contact_id,
    acceptsUpgrade: option.accepts_upgrade,
    remark,
    internalRemark: internal_remark,
    channelId: option.channel_id,
    reason: input.reason ?? null,
    override: input.override ?? null,
  };
  const { product_id: productId, product_quantity: quantity } = option;
  if (productId !== null && quantity !== null)
    return {
      number: option.number,
      copy: {
        ...words,
        productId,
        quantity,
        lines: lines.flatMap(({ productLineId, performanceId, requestedQuantity, ...line }) =>
          productLineId === null
            ? []
            : {
                productLineId,
                performanceId,
                quantity: requestedQuantity,
                audienceSubcategoryId: audienceSubcategoryId ?? line.audienceSubcategoryId,
              },
        ),
      },
    };
  return {
    number: option.number,
    copy: {
      ...words,
      performanceId: first,
      fallbackPerformanceIds: fallbacks,
      lines: lines.map((line) => ({
        seatCategoryId: line.seatCategoryId,
        quantity: line.requestedQuantity,
        minimumQuantity: line.minimumQuantity,
        audienceSubcategoryId: audienceSubcategoryId ?? line.audienceSubcategoryId,
      })),
    },
  };
}
