import type { z } from 'zod';
import type { BasketLine, basketList } from '../../database/read-models/baskets.ts';
import { rightFor } from '../../rules/options/rights.ts';
import { basketActions } from '../../rules/orders/basket-life.ts';
import type { Right } from '../../rules/organisation/right-tree.ts';
import { seatLabel } from '../../rules/venues/seat-label.ts';
import { rightsIn } from '../http/session.ts';
import type { Reader } from '../options/presenter.ts';
import type { BasketBody } from './schema.ts';

/** The right to write a payment down by hand. */
export const payRight: Right = 'orders.payment-by-hand:execute';

type BasketRow = NonNullable<Awaited<ReturnType<typeof basketList.one>>>;

/** One basket's page. */
export function presentBasket(
  row: BasketRow,
  lines: readonly BasketLine[],
  { session, locale }: Reader,
): z.output<typeof BasketBody> {
  const rights = rightsIn(session, row.organisationId);
  const needed = { 'pay-by-hand': payRight, abandon: rightFor('resume') } as const;
  return {
    ...row,
    lines: lines.map((line) => ({
      ...line,
      seats: (line.seats ?? []).map((seat) => ({ id: seat.id, label: seatLabel(locale, seat) })),
    })),
    allowedActions: basketActions(row.state).filter((verb) => rights.includes(needed[verb])),
  };
}
