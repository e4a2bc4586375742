import { type Tone, ToneChip } from '../frame/ToneChip.tsx';
import { useText } from '../messages/use-text.ts';
import type { BasketRow, BookingFileRow, OrderRow } from './basket-record.ts';

const basketTones: Readonly<Record<BasketRow['state'], Tone>> = {
  open: 'warning',
  paid: 'success',
  abandoned: 'neutral',
};
const orderTones: Readonly<Record<OrderRow['state'], Tone>> = {
  open: 'info',
  paid: 'success',
  cancelled: 'neutral',
};

/** How far a basket came. */
export function BasketStateChip({ state }: { state: BasketRow['state'] }) {
  const text = useText();
  return <ToneChip label={text(`baskets.state.${state}`)} tone={basketTones[state]} />;
}

/** How far the payment of an order came. */
export function OrderStateChip({ state }: { state: OrderRow['state'] }) {
  const text = useText();
  return <ToneChip label={text(`baskets.orderState.${state}`)} tone={orderTones[state]} />;
}

/** How far the payment of a file came. */
export function FileStateChip({ state }: { state: BookingFileRow['state'] }) {
  const text = useText();
  return <ToneChip label={text(`baskets.fileState.${state}`)} tone={orderTones[state]} />;
}
