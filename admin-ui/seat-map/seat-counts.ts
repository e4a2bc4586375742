/** How many seats have each kind; `none` are those without. */
export type SeatCounts = { byKind: readonly number[]; none: number };

/** Counts a colouring; of the seats named only, when some are. */
export function countKinds(
  colouring: readonly number[],
  kinds: number,
  seats?: Iterable<number>,
): SeatCounts {
  const byKind = Array.from({ length: kinds }, () => 0);
  let none = 0;
  const count = (kind: number) => {
    if (kind >= 0 && kind < kinds) byKind[kind] = (byKind[kind] ?? 0) + 1;
    else none += 1;
  };
  if (seats === undefined) for (const kind of colouring) count(kind);
  else for (const seat of seats) count(colouring[seat] ?? -1);
  return { byKind, none };
}
