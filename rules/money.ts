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

/**
 * An amount as a person types it, in cents: `12`, `12,5`, `12,50`, `12.50`, `1 234,50 €`. Undefined for anything else,
 * a third decimal and a sign included.
 */
export function readCents(typed: string): number | undefined {
  const plain = typed.replaceAll(/[\s\u00a0\u202f€]/g, '');
  const parts = /^(\d{1,9})(?:[,.](\d{1,2}))?$/.exec(plain);
  if (parts === null) return undefined;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

/** An amount as a person would type it, with two decimals: 1250 is `12,50`, or `12.50` with another mark. */
export function writeCents(cents: number, mark = ','): string {
  const text = String(safe(cents)).padStart(3, '0');
  return `${text.slice(0, -2)}${mark}${text.slice(-2)}`;
}

function safe(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an integer amount: ${amount}`);
  return amount;
}
