import { rightsFor } from '../../rules/options/allowed-actions.ts';
import type { PaymentMeans, RestChoice } from '../../rules/orders/basket-life.ts';
import { dividesProduct, optionOutcome, type PaidPlaces, planSale } from '../../rules/orders/plan-sale.ts';
import { type Decided, decideOption } from '../options/decide-option.ts';
import { holdsRight } from '../options/locked-option.ts';
import { Problem } from '../problem.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import type { BasketAnswer } from './basket-answer.ts';
import { endBasket } from './end-basket.ts';
import { type BasketVerbInput, type LockedBasket, lockBasket } from './lock-basket.ts';
import { type Sold, sellOptions } from './sell-options.ts';
import type { SoldOption } from './sold-option.ts';

/** A payment written down by hand, until payments of every kind are taken. */
export interface PayByHandInput extends BasketVerbInput {
  /** What was paid: exactly what the places that are sold come to. */
  amountCents: number;
  means: PaymentMeans;
  /** The number of the cheque or of the transfer. */
  reference?: string | null;
  /** What is paid; left out, everything in the basket. */
  lines?: readonly PaidPlaces[] | null;
  /** What becomes of the rest: it stays validated in the order, or is given back; it stays when nothing is said. */
  rest?: RestChoice | null;
}

/** What a payment answers: the basket, and what became of the options in it. */
export type PaymentAnswer = BasketAnswer & Sold;

/**
 * Sells what is in a basket, whole or in part, for a payment written down by hand (verb `pay-by-hand`): its options are
 * resumed and their places sold. Giving back what is left needs the right to cancel options, and a motive where they are firm.
 * @throws Problem `request.notFound` | `record.version` | `request.invalid` | `basket.paid` | `basket.abandoned` |
 *   `basket.empty` | `payment.amount` (with what is due) | `payment.whole` | `order.insured` | `request.forbidden` |
 *   `motive.required`.
 */
export async function payByHand(caller: VerbCaller, input: PayByHandInput): Promise<PaymentAnswer> {
  return runVerb(caller, 'pay-by-hand', input, async (verb) => {
    const locked = await lockBasket(verb, 'pay-by-hand', input);
    const decided = await optionsIn(verb, locked);
    const places = decided.flatMap(({ lines }) =>
      lines.granted.filter(({ counter }) => counter === 'ordered'),
    );
    if (places.length === 0) throw new Problem('basket.empty');
    const plan = planSale(places, input.lines ?? null);
    if ('faults' in plan) throw new Problem('request.invalid', { errors: plan.faults });
    if (plan.amountCents !== input.amountCents)
      throw await otherAmount(verb, locked, plan.amountCents, input);
    const rest = input.rest ?? 'keep';
    const options = decided.map((each): SoldOption => {
      const parts = plan.parts.filter((part) => each.lines.granted.includes(part.places));
      const sum = (of: 'sold' | 'rest') => parts.reduce((total, part) => total + part[of], 0);
      return { decided: each, parts, outcome: optionOutcome(sum('sold'), sum('rest'), rest) };
    });
    requireWhole(options);
    requireRelease(verb, locked, options, input.reason ?? null);
    const sold = await sellOptions(verb, locked, options, input);
    const soldQuantity = plan.parts.reduce((total, part) => total + part.sold, 0);
    verb.record({
      verb: 'pay-by-hand',
      subjectType: 'order',
      subjectId: locked.order.id,
      organisationId: locked.order.organisation_id,
      before: { basketId: locked.basket.id, paidCents: locked.order.paid_cents },
      after: {
        basketId: null,
        paidCents: locked.order.paid_cents + input.amountCents,
        amountCents: input.amountCents,
        means: input.means,
        reference: input.reference ?? null,
        places: soldQuantity,
      },
      reason: input.reason ?? null,
    });
    const answer = await endBasket(verb, locked, {
      state: 'paid',
      amountCents: input.amountCents,
      means: input.means,
      reference: input.reference ?? null,
      soldQuantity,
    });
    return { ...answer, ...sold };
  });
}

/** The options of a basket, locked by id, each still to be resumed. */
async function optionsIn(verb: Verb, { basket }: LockedBasket): Promise<Decided[]> {
  const rows = await verb.db
    .selectFrom('seat_option')
    .select('id')
    .where('basket_id', '=', basket.id)
    .orderBy('id')
    .execute();
  const decided: Decided[] = [];
  for (const { id } of rows) decided.push(await decideOption(verb, 'resume', { optionId: id }, basket.id));
  return decided;
}

async function otherAmount(
  verb: Verb,
  { order }: LockedBasket,
  dueCents: number,
  { amountCents }: PayByHandInput,
): Promise<Problem> {
  const { currency } = await verb.db
    .selectFrom('organisation')
    .select('currency')
    .where('id', '=', order.organisation_id)
    .executeTakeFirstOrThrow();
  return new Problem('payment.amount', {
    values: { due: dueCents, given: amountCents, currency },
    errors: [{ path: 'amountCents', code: 'field.invalid' }],
  });
}

/** @throws Problem `payment.whole` for an option on a product that would be sold in part. */
function requireWhole(options: readonly SoldOption[]): void {
  const divided = options.find(({ decided, outcome }) => dividesProduct(decided.option.kind, outcome));
  if (divided === undefined) return;
  throw new Problem('payment.whole', {
    values: { number: divided.decided.option.number },
    errors: [{ path: 'lines', code: 'field.invalid' }],
  });
}

/** @throws Problem `order.insured` | `request.forbidden` | `motive.required`, when places are given back. */
function requireRelease(
  verb: Verb,
  { order }: LockedBasket,
  options: readonly SoldOption[],
  reason: string | null,
): void {
  const giving = options.filter(({ outcome }) => outcome === 'reduced' || outcome === 'released');
  const firm = giving.some(({ decided }) => decided.option.state === 'firm');
  if (giving.length > 0 && order.insured) throw new Problem('order.insured');
  const needed = giving.flatMap(({ decided: { option } }) => rightsFor('cancel', option.state, option.kind));
  if (!needed.every((right) => holdsRight(verb, right, order.organisation_id)))
    throw new Problem('request.forbidden');
  if (firm && reason === null) throw new Problem('motive.required');
}
