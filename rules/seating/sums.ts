import type { Costs } from './stretch-costs.ts';

/** The least cost of seating 0, 1, 2, … people in several places, and how many of them sit in the last. */
export type Sums = {
  most: number;
  primary: Float64Array;
  secondary: Float64Array;
  here: Int16Array;
};

/** Nobody seated, no place yet, with room for `quantity`. */
export function nobodySeated(quantity: number, into: Sums = roomFor(quantity)): Sums {
  into.primary[0] = 0;
  into.secondary[0] = 0;
  into.most = 0;
  return into;
}

/** One more place (a stretch, a row), which seats at least `fewest`. Overwrites `into`, which must not be `before`. */
export function addPlace(before: Sums, place: Costs, fewest: 0 | 1, quantity: number, into: Sums): Sums {
  into.most = Math.min(quantity, before.most + place.most);
  into.primary.fill(Number.POSITIVE_INFINITY, 0, into.most + 1);
  for (let people = 0; people <= before.most; people += 1) {
    const primary = before.primary[people] ?? 0;
    if (primary === Number.POSITIVE_INFINITY) continue;
    addTo(into, place, people, fewest, primary, before.secondary[people] ?? 0);
  }
  return into;
}

/** The costs of all places together; `rooms` are used again, the answer is one of them. */
export function addAll(
  places: Iterable<Costs>,
  quantity: number,
  fewest: 0 | 1,
  rooms: readonly [Sums, Sums] = [roomFor(quantity), roomFor(quantity)],
): Sums {
  let [sums, spare] = rooms;
  nobodySeated(quantity, sums);
  for (const place of places) {
    addPlace(sums, place, fewest, quantity, spare);
    [sums, spare] = [spare, sums];
  }
  return sums;
}

/** The primary cost of a number of people; infinite beyond the most. */
export function primaryOf({ most, primary }: Costs, people: number): number {
  return people > most ? Number.POSITIVE_INFINITY : (primary[people] ?? Number.POSITIVE_INFINITY);
}

/** How many people sit in each place when `quantity` cost least together. */
export function countsIn(places: readonly Costs[], quantity: number, fewest: 0 | 1): number[] {
  const added: Sums[] = [];
  let sums = nobodySeated(quantity);
  for (const place of places) {
    sums = addPlace(sums, place, fewest, quantity, roomFor(quantity));
    added.push(sums);
  }
  let people = quantity;
  const counts: number[] = [];
  for (const { here } of added.reverse()) {
    const count = here[people] ?? 0;
    counts.push(count);
    people -= count;
  }
  return counts.reverse();
}

function addTo(
  into: Sums,
  place: Costs,
  people: number,
  fewest: number,
  primary: number,
  secondary: number,
): void {
  const most = Math.min(place.most, into.most - people);
  for (let here = fewest; here <= most; here += 1) {
    const cost = primary + (place.primary[here] ?? 0);
    const at = people + here;
    const least = into.primary[at] ?? 0;
    if (cost > least || cost === Number.POSITIVE_INFINITY) continue;
    const fine = secondary + (place.secondary[here] ?? 0);
    if (cost === least && fine >= (into.secondary[at] ?? 0)) continue;
    into.primary[at] = cost;
    into.secondary[at] = fine;
    into.here[at] = here;
  }
}

/** Room to add up in. */
export function roomFor(quantity: number): Sums {
  return {
    most: 0,
    primary: new Float64Array(quantity + 1),
    secondary: new Float64Array(quantity + 1),
    here: new Int16Array(quantity + 1),
  };
}
