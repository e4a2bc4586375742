/** Seats that were given one category at once; null takes theirs off. */
export type Stroke = { seats: readonly number[]; categoryId: string | null };

/** The category of each seat after strokes, one after the other. */
export function afterStrokes(
  saved: readonly (string | null)[],
  strokes: readonly Stroke[],
): (string | null)[] {
  const now = [...saved];
  for (const { seats, categoryId } of strokes) for (const seat of seats) now[seat] = categoryId;
  return now;
}

/** The seats that have another category than the saved one: a stroke that came back to it changes nothing. */
export function changedSeats(
  saved: readonly (string | null)[],
  now: readonly (string | null)[],
): ReadonlySet<number> {
  return new Set(now.flatMap((categoryId, seat) => (categoryId === saved[seat] ? [] : [seat])));
}

/** The most seats one paint may name. */
const mostSeats = 5_000;

/** What is sent: the changed seats by the category they get, as few paints as that takes. */
export function paintsOf(
  ids: readonly string[],
  changed: ReadonlySet<number>,
  now: readonly (string | null)[],
): { seatCategoryId: string | null; seatIds: string[] }[] {
  const byCategory = new Map<string | null, string[]>();
  for (const seat of changed) {
    const [id, categoryId] = [ids[seat], now[seat] ?? null];
    if (id === undefined) continue;
    const seats = byCategory.get(categoryId);
    if (seats === undefined) byCategory.set(categoryId, [id]);
    else seats.push(id);
  }
  return [...byCategory].flatMap(([seatCategoryId, seats]) =>
    Array.from({ length: Math.ceil(seats.length / mostSeats) }, (_, part) => ({
      seatCategoryId,
      seatIds: seats.slice(part * mostSeats, (part + 1) * mostSeats),
    })),
  );
}
