import type { BasketState, PaymentMeans } from '../../rules/orders/basket-life.ts';
import type { BasketRow } from './lock-basket.ts';

/** What every verb on a basket answers: the basket as it stands after it. Money in cents, instants ISO in UTC. */
export interface BasketAnswer {
  id: string;
  organisationId: string;
  orderId: string;
  state: BasketState;
  openedBy: string;
  openedAt: string;
  abandonAt: string;
  endedBy: string | null;
  endedAt: string | null;
  paidCents: number;
  means: PaymentMeans | null;
  reference: string | null;
  version: number;
}

/** A basket's row, told to its caller. */
export function basketAnswer(basket: BasketRow): BasketAnswer {
  return {
    id: basket.id,
    organisationId: basket.organisation_id,
    orderId: basket.order_id,
    state: basket.state,
    openedBy: basket.opened_by,
    openedAt: basket.opened_at,
    abandonAt: basket.abandon_at,
    endedBy: basket.ended_by,
    endedAt: basket.ended_at,
    paidCents: basket.paid_cents,
    means: basket.means,
    reference: basket.reference,
    version: basket.version,
  };
}
