/** How many places some of a list of groups can fill by their numbers alone: the subset sums, once for all. */
export type Fillings = Readonly<{
  /** Most places, up to `room`, that the groups from `place` on can fill. */
  most: (place: number, room: number) => number;
  /** Whether each group belongs to those that fill `room` best; of equal choices that with the first ones. */
  chosen: (room: number) => boolean[];
}>;

export function fillingsOf(quantities: readonly number[], capacity: number): Fillings {
  const sizes = quantities.reduce((sum, quantity) => sum + quantity, 0);
  const room = Math.min(capacity, sizes);
  const reached = reachedFrom(quantities, room);
  const most = (place: number, places: number) =>
    Math.max(0, reached[place]?.lastIndexOf(1, Math.min(room, places)) ?? 0);
  return {
    most,
    chosen: (places) => {
      let left = most(0, places);
      return quantities.map((quantity, place) => {
        const fits = left >= quantity && reached[place + 1]?.[left - quantity] === 1;
        if (fits) left -= quantity;
        return fits;
      });
    },
  };
}

/** For each place of the list, which numbers of places the groups from there on reach. */
function reachedFrom(quantities: readonly number[], room: number): Uint8Array[] {
  const nobody = new Uint8Array(room + 1);
  nobody[0] = 1;
  const reached = [nobody];
  for (const quantity of quantities.toReversed()) {
    const before = reached.at(-1) ?? nobody;
    const after = before.slice();
    for (let places = quantity; places <= room; places += 1) {
      if (before[places - quantity] === 1) after[places] = 1;
    }
    reached.push(after);
  }
  return reached.reverse();
}
