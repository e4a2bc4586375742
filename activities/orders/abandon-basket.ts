import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import type { BasketAnswer } from './basket-answer.ts';
import { endBasket } from './end-basket.ts';
import { type BasketVerbInput, type LockedBasket, lockBasket } from './lock-basket.ts';

/**
 * Abandons a basket that was not paid (verb `abandon`): its options are validated or firm as before, and their places stay
 * ordered.
 * @throws Problem `request.notFound` | `record.version` | `basket.paid` | `basket.abandoned`.
 */
export async function abandonBasket(caller: VerbCaller, input: BasketVerbInput): Promise<BasketAnswer> {
  return runVerb(caller, 'abandon-basket', input, async (verb) =>
    abandon(verb, await lockBasket(verb, 'abandon', input), input.reason ?? null),
  );
}

/** Ends a locked basket without a payment, with its line of history. */
export async function abandon(
  verb: Verb,
  locked: LockedBasket,
  reason: string | null,
): Promise<BasketAnswer> {
  const { basket, order } = locked;
  verb.record({
    verb: 'abandon',
    subjectType: 'order',
    subjectId: order.id,
    organisationId: order.organisation_id,
    before: { basketId: basket.id },
    after: { basketId: null },
    reason,
  });
  return endBasket(verb, locked, { state: 'abandoned' });
}
