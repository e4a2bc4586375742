import type { z } from 'zod';
import type {
  BasketBody,
  BasketRowBody,
  BookingFileBody,
  FileOperationBody,
  OrderBody,
} from '../../api/orders/schema.ts';

/** A file as a row of a list, and on its page. */
export type BookingFileRow = z.output<typeof BookingFileBody>;

/** An order of a file. */
export type OrderRow = z.output<typeof OrderBody>;

/** A movement inside a file's orders. */
export type FileOperation = z.output<typeof FileOperationBody>;

/** A basket as a row of a list. */
export type BasketRow = z.output<typeof BasketRowBody>;

/** A basket on its page: what is in it, and what may be done with it. */
export type BasketRecord = z.output<typeof BasketBody>;

/** Places of one option at one price. */
export type BasketLine = BasketRecord['lines'][number];

/** Whether a record is the whole basket: what a list knows of it has no lines. */
export function isWholeBasket(basket: BasketRow | BasketRecord): basket is BasketRecord {
  return 'lines' in basket;
}
