import type { z } from 'zod';
import type { TogetherAnswer } from '../../../api/options/together-schema.ts';

/** What a list would be given, as the API proposes it. */
export type TogetherPreview = z.output<typeof TogetherAnswer>;
export type TogetherItem = TogetherPreview['items'][number];

/** Options of one list; the API takes no more. */
export const mostTogether = 1_000;

/** What is sent at once: few enough options that the progress moves, few enough seats that a message stays small. */
const portion = { items: 20, seats: 1_500 };

/** An item as it is accepted. */
export type AcceptedItem = Pick<TogetherItem, 'id' | 'version'> &
  Pick<NonNullable<TogetherItem['placement']>, 'performanceId' | 'lines'>;

/** The items of a preview that are placed, in portions. */
export function portionsOf(items: readonly TogetherItem[]): AcceptedItem[][] {
  const portions: AcceptedItem[][] = [];
  let seats = 0;
  for (const { id, version, quantity, placement } of items) {
    if (placement === null) continue;
    const { performanceId, lines } = placement;
    const last = portions.at(-1);
    const item = { id, version, performanceId, lines };
    if (last !== undefined && last.length < portion.items && seats + quantity <= portion.seats)
      last.push(item);
    else {
      portions.push([item]);
      seats = 0;
    }
    seats += quantity;
  }
  return portions;
}
