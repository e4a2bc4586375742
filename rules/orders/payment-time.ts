import { addHours, compareInstants } from '../options/calendar.ts';

/** What an order's payment date is made of for time. */
export type DatedOrder = {
  state: 'open' | 'paid' | 'cancelled';
  paymentDueAt: string | null;
  graceHours: number;
  /** When time found that the present date had passed; whoever sets a date that is ahead clears it. */
  overdueAt: string | null;
  /** It is in a basket: time looks after the basket's end, at once when the date has passed meanwhile. */
  inBasket: boolean;
};

/** When time looks next whether an order is paid, grace inside; null when it waits for nothing. What was met is not answered again. */
export function paymentLookAt(order: DatedOrder): string | null {
  const { state, paymentDueAt, graceHours, overdueAt, inBasket } = order;
  if (state !== 'open' || inBasket || paymentDueAt === null || overdueAt !== null) return null;
  return addHours(paymentDueAt, graceHours);
}

/** An order that carries another payment date from now on. */
export function withPaymentDue(order: DatedOrder, paymentDueAt: string | null, now: string): DatedOrder {
  const isAhead = paymentDueAt !== null && compareInstants(paymentDueAt, now) > 0;
  return { ...order, paymentDueAt, overdueAt: isAhead ? null : order.overdueAt };
}

/** An option of an order whose payment date has passed. */
export type UnpaidOption = { id: string; state: string; performanceStartsAt: string };

/**
 * The options that lapse when their order was not paid in time. None under the policy `flag`; none of an order with any
 * payment (an option that was sold says so); never a firm one, nor one whose performance has started: they may have come. An
 * insured order is released whole: where anything of it stays, all stays. One of a contact in credit is skipped.
 */
export function lapsingOptions(
  endPolicy: 'flag' | 'release',
  options: readonly UnpaidOption[],
  now: string,
  { insured, creditCents }: { insured: boolean; creditCents: number } = { insured: false, creditCents: 0 },
): string[] {
  if (creditCents > 0 || endPolicy === 'flag' || options.some(({ state }) => state === 'resumed')) return [];
  const lapsing = options
    .filter(
      ({ state, performanceStartsAt }) =>
        state === 'confirmed' && compareInstants(performanceStartsAt, now) > 0,
    )
    .map(({ id }) => id);
  return insured && lapsing.length < options.length ? [] : lapsing;
}

/** What an order says of deadlines once another option joins it: the milder of the two. */
export function milderTerms(
  order: { endPolicy: 'flag' | 'release'; graceHours: number },
  option: { endPolicy: 'flag' | 'release'; graceHours: number },
): { endPolicy: 'flag' | 'release'; graceHours: number } {
  const flagged = order.endPolicy === 'flag' || option.endPolicy === 'flag';
  return {
    endPolicy: flagged ? 'flag' : 'release',
    graceHours: Math.max(order.graceHours, option.graceHours),
  };
}
