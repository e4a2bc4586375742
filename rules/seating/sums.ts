import type { Costs } from './stretch-costs.ts';

/** The least cost of seating 0, 1, 2, … people in several places, and how many of them sit in the last. */
export type Sums = Costs & { readonly here: Int16Array; reach: number };

/** Nobody seated, no place yet. */
export function nobodySeated(quantity: number): Sums {
  const sums = emptySums(quantity);
  sums.primary[0] = 0;
  return sums;
}

/** One more place (a stretch, a row), which seats at least `fewest`. Overwrites `into`, which must not be `before`. */
export function addPlace(
  before: Sums,
  place: Costs,
  fewest: 0 | 1,
  into: Sums = emptySums(before.primary.length - 1),
): Sums {
  const quantity = before.primary.length - 1;
  into.primary.fill(Number.POSITIVE_INFINITY);
  into.reach = Math.min(quantity, before.reach + place.primary.length - 1);
  for (let people = 0; people <= before.reach; people += 1) {
    const primary = before.primary[people] ?? 0;
    if (primary === Number.POSITIVE_INFINITY) continue;
    addTo(into, place, people, fewest, primary, before.secondary[people] ?? 0);
  }
  return into;
}

/** The costs of all places together. */
export function addAll(places: readonly Costs[], quantity: number, fewest: 0 | 1): Sums {
  let sums = nobodySeated(quantity);
  let spare: Sums | undefined;
  for (const place of places) {
    const before = sums;
    sums = addPlace(before, place, fewest, spare);
    spare = before;
  }
  return sums;
}

/** How many people sit in each place when `quantity` cost least together. */
export function countsIn(places: readonly Costs[], quantity: number, fewest: 0 | 1): number[] {
  const added: Sums[] = [nobodySeated(quantity)];
  for (const place of places) added.push(addPlace(added.at(-1) ?? nobodySeated(quantity), place, fewest));
  let people = quantity;
  const counts: number[] = [];
  for (const { here } of added.slice(1).reverse()) {
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
  const most = Math.min(place.primary.length - 1, into.primary.length - 1 - people);
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

function emptySums(quantity: number): Sums {
  return {
    primary: new Float64Array(quantity + 1).fill(Number.POSITIVE_INFINITY),
    secondary: new Float64Array(quantity + 1),
    here: new Int16Array(quantity + 1),
    reach: 0,
  };
}
