import { type Search, seatKinds } from './search.ts';
import { type Costs, type Stretch, stretchCosts, stretchSeats, type Terms } from './stretch-costs.ts';
import { addAll, countsIn, type Sums } from './sums.ts';

/** The stretches of each row that have a seat for the group or one of its party, left to right. */
export function stretchesByRow({ map, kind }: Search): Stretch[][] {
  const byRow: Stretch[][] = Array.from({ length: map.rowStart.length - 1 }, () => []);
  let seat = 0;
  while (seat < kind.length) {
    const start = seat;
    let [eligible, party] = [0, 0];
    do {
      if (kind[seat] === seatKinds.eligible) eligible += 1;
      else if (kind[seat] === seatKinds.party) party += 1;
      seat += 1;
    } while (kind[seat - 1] !== seatKinds.wall && map.joined[seat] === 1 && kind[seat] !== seatKinds.wall);
    if (eligible + party > 0) byRow[map.rowOf[start] ?? 0]?.push({ start, end: seat, eligible });
  }
  return byRow;
}

/** Costs of a row: those of its stretches together, and of the row itself where anybody sits in it. */
export function rowCosts(terms: Terms, stretches: readonly Stretch[], rooms: readonly [Sums, Sums]): Costs {
  const { quantity } = terms.search;
  const { most, primary, secondary } = addAll(eachCosts(terms, stretches, quantity), quantity, 0, rooms);
  const costs = { most, primary: primary.slice(0, most + 1), secondary: secondary.slice(0, most + 1) };
  for (let people = 1; people <= most; people += 1) {
    costs.primary[people] = (costs.primary[people] ?? 0) + terms.weights.row;
  }
  return costs;
}

/** The seats of a row that cost least for `count` people, in order. */
export function rowSeats(terms: Terms, stretches: readonly Stretch[], count: number): number[] {
  const costs = Array.from(eachCosts(terms, stretches, count), ({ most, primary, secondary }) => ({
    most,
    primary: primary.slice(0, most + 1),
    secondary: secondary.slice(0, most + 1),
  }));
  const counts = countsIn(costs, count, 0);
  return stretches.flatMap((stretch, place) => stretchSeats(terms, stretch, counts[place] ?? 0));
}

function* eachCosts(terms: Terms, stretches: readonly Stretch[], most: number): Generator<Costs> {
  for (const stretch of stretches) yield stretchCosts(terms, stretch, most);
}
