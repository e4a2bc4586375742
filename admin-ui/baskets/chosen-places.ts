import type { BasketLine } from './basket-record.ts';

/** What is chosen to be paid of some places; without seats named, the first of them. */
export type ChosenPlaces = { quantity: number; seatIds: readonly string[] | null };

/** What is chosen of each line of a basket, by the id of its places; all of a line that is not there. */
export type Choice = Readonly<Record<string, ChosenPlaces>>;

/** How many places of a line are paid, and which of its seats. */
export function chosenOf(choice: Choice, line: BasketLine): ChosenPlaces {
  return choice[line.placesId] ?? { quantity: line.quantity, seatIds: null };
}

/** The ids of the seats of a line that are paid. */
export function chosenSeats(choice: Choice, line: BasketLine): string[] {
  const { quantity, seatIds } = chosenOf(choice, line);
  const all = line.seats.map(({ id }) => id);
  return seatIds === null ? all.slice(0, quantity) : all.filter((id) => seatIds.includes(id));
}

/** Whether a number can be paid of a line. */
export function isPossible(line: BasketLine, { quantity }: ChosenPlaces): boolean {
  return Number.isSafeInteger(quantity) && quantity >= 0 && quantity <= line.quantity;
}

/** What the chosen places come to in cents, how many they are, and how many are left. */
export function sumOf(lines: readonly BasketLine[], choice: Choice) {
  const parts = lines.map((line) => ({ line, quantity: chosenOf(choice, line).quantity }));
  return {
    amountCents: parts.reduce((sum, { line, quantity }) => sum + quantity * line.priceCents, 0),
    places: parts.reduce((sum, { quantity }) => sum + quantity, 0),
    rest: parts.reduce((sum, { line, quantity }) => sum + line.quantity - quantity, 0),
  };
}

/** The lines of a payment as the API takes them; none when everything is paid. */
export function paidLines(lines: readonly BasketLine[], choice: Choice) {
  if (sumOf(lines, choice).rest === 0) return null;
  return lines.map((line) => {
    const { quantity, seatIds } = chosenOf(choice, line);
    return { placesId: line.placesId, quantity, ...(seatIds === null ? {} : { seatIds }) };
  });
}
