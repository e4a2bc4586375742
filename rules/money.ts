/** Money is integer cents, everywhere: no amount is ever a fraction. */

/** The sum of amounts in cents. Throws RangeError when one is not a safe integer, or the sum is not. */
export function sumCents(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum = safe(sum + safe(amount));
  return sum;
}

/** What a line costs: quantity x unit price in cents; null while the line has no price. */
export function lineAmountCents(quantity: number, priceCents: number | null): number | null {
  return priceCents === null ? null : safe(safe(quantity) * safe(priceCents));
}

/** What lines cost together in cents; lines without a price count nothing. */
export function totalCents(lines: Iterable<{ quantity: number; priceCents: number | null }>): number {
  return sumCents(Array.from(lines, (line) => lineAmountCents(line.quantity, line.priceCents) ?? 0));
}

function safe(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an integer amount: ${amount}`);
  return amount;
}
