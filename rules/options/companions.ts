import type { LineRole, Rounding } from '../catalogue/product-kinds.ts';

/** A ratio such as « 1 accompagnateur pour 10 », with what becomes of a part of it. */
export type Ratio = { readonly per: number; readonly rounding: Rounding };

/** A line of a product as far as its numbers are concerned. */
export type CountedLine = {
  readonly role: LineRole;
  /** Places per unit; of a companion, per full ratio. */
  readonly quantity: number;
  readonly ratio: Ratio | null;
};

/**
 * How many companions come with so many units: one for each full `per`, and one more for what is left when rounded up. None
 * come with nothing. Throws RangeError for numbers that count nothing.
 */
export function companions(units: number, { per, rounding }: Ratio): number {
  if (!Number.isSafeInteger(units) || units < 0) throw new RangeError(`not a number of units: ${units}`);
  if (!Number.isSafeInteger(per) || per < 1) throw new RangeError(`not a ratio: 1 per ${per}`);
  return rounding === 'up' ? Math.ceil(units / per) : Math.floor(units / per);
}

/** The places of a line that go with so many units of its product: of mandatory lines what must, of others what may. */
export function placesOf(units: number, { quantity, ratio }: CountedLine): number {
  return quantity * (ratio === null ? units : companions(units, ratio));
}
