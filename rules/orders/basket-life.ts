/**
 * The life of a basket, as data: an order taken up again to be paid (seed 004 "Reprise d'option"). It is paid or abandoned
 * once; its options are validated or firm all the while, and their places ordered, until they are sold.
 */

export const basketStates = ['open', 'paid', 'abandoned'] as const;
export type BasketState = (typeof basketStates)[number];

export const basketVerbs = ['pay-by-hand', 'abandon'] as const;
export type BasketVerb = (typeof basketVerbs)[number];

/** One arrow: where it leads, and whether time may do it as well as a person. */
export type BasketArrow = { readonly to: BasketState; readonly byTime: boolean };

/** The whole table; a verb that is missing is refused with 409 `basket.paid` or `basket.abandoned`. */
const basketLife: Readonly<Record<BasketState, Readonly<Partial<Record<BasketVerb, BasketArrow>>>>> = {
  open: {
    'pay-by-hand': { to: 'paid', byTime: false },
    abandon: { to: 'abandoned', byTime: true },
  },
  paid: {},
  abandoned: {},
};

/** The state a verb leads to, or null when the table has no such arrow. */
export function nextBasketState(state: BasketState, verb: BasketVerb): BasketState | null {
  return basketLife[state][verb]?.to ?? null;
}

/** What may be done with a basket in this state, in the order of the table. */
export function basketActions(state: BasketState): BasketVerb[] {
  return basketVerbs.filter((verb) => nextBasketState(state, verb) !== null);
}

/** How a payment was made that is written down by hand. */
export const paymentMeans = ['cash', 'cheque', 'card', 'transfer', 'voucher', 'other'] as const;
export type PaymentMeans = (typeof paymentMeans)[number];

/** When a basket is abandoned that nobody paid: minutes after it was opened (instants ISO, UTC). */
export function abandonAt(openedAt: string, delayMinutes: number): string {
  return new Date(Date.parse(openedAt) + delayMinutes * 60_000).toISOString();
}

/** What becomes of the places of a basket that are not paid. */
export const restChoices = ['keep', 'release'] as const;
export type RestChoice = (typeof restChoices)[number];

/**
 * What an order is once its options or payments changed: cancelled when no place is left in it, paid when all that are left
 * were paid for, else open.
 */
export function orderStateOf(leftQuantity: number, soldQuantity: number): 'open' | 'paid' | 'cancelled' {
  if (leftQuantity === 0) return 'cancelled';
  return leftQuantity > soldQuantity ? 'open' : 'paid';
}
