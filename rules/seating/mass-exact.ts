import { fillingsOf } from './fillings.ts';
import { type Way, waysOn } from './mass-ways.ts';
import type { MassDate, MassStock, MassWish } from './mass-wish.ts';
import { numberOfChoices } from './party.ts';

/** A list placed so far: what is left, who sits where, and how many places that fills. */
export type Seated = Readonly<{ left: MassStock; placed: ReadonlyMap<string, Way>; filled: number }>;

/** Lists and halls that may be tried whole; larger ones are not begun. */
const small = { options: 6, freeSeats: 14 };
/** Choices of seats looked at before a search is given up. */
const mostChoices = 30_000;

/**
 * Tries everything for a short list over small halls: every order, every seat. Where no seat may be left alone, who sits
 * first decides what the others may have, and the best total may need a way that is nobody's best. States reached before are
 * not searched again, and of options alike the first goes first.
 * @returns the best there is, better than `best` or `best` itself; null where it is too much to try.
 */
export function seatExactly(
  start: Seated,
  wishes: readonly MassWish[],
  best: Seated,
  capacity: number,
): Seated | null {
  if (!isSmall(start.left, wishes)) return null;
  const search = { wishes, best, capacity, choices: 0, seen: new Set<string>() };
  return tryAll(search, start) ? search.best : null;
}

function isSmall({ maps }: MassStock, wishes: readonly MassWish[]): boolean {
  const halls = wishes.flatMap(({ dates }) =>
    dates.flatMap(({ performanceId }) => maps.get(performanceId) ?? []),
  );
  return (
    wishes.length <= small.options &&
    wishes.every(({ dates }) => dates.every(({ lines }) => lines.length === 1)) &&
    halls.every(({ free }) => free.reduce((sum, each) => sum + each, 0) <= small.freeSeats)
  );
}

type Search = Readonly<{ wishes: readonly MassWish[]; capacity: number; seen: Set<string> }> & {
  best: Seated;
  choices: number;
};

/** False when it had to be given up. */
function tryAll(search: Search, seated: Seated): boolean {
  if (seated.filled > search.best.filled) search.best = seated;
  const left = search.wishes.filter(({ id }) => !seated.placed.has(id));
  const fillings = fillingsOf(
    left.map(({ quantity }) => quantity),
    search.capacity,
  );
  if (seated.filled + fillings.most(0, search.capacity - seated.filled) <= search.best.filled) return true;
  const alike = new Set<string>();
  for (const wish of left) {
    const likeness = JSON.stringify([wish.settings, wish.dates]);
    if (alike.has(likeness)) continue;
    alike.add(likeness);
    if (!tryEveryWay(search, seated, wish)) return false;
  }
  return true;
}

function tryEveryWay(search: Search, seated: Seated, wish: MassWish): boolean {
  for (const settings of wish.settings) {
    let found = false;
    for (const date of wish.dates) {
      search.choices += choicesOn(seated.left, date, wish.quantity);
      if (search.choices > mostChoices) return false;
      for (const way of waysOn(seated.left, {
        date,
        settings,
        most: Number.POSITIVE_INFINITY,
        every: true,
      })) {
        found = true;
        const next: Seated = {
          left: way.after,
          placed: new Map([...seated.placed, [wish.id, way]]),
          filled: seated.filled + wish.quantity,
        };
        const state = stateOf(next);
        if (search.seen.has(state)) continue;
        search.seen.add(state);
        if (!tryAll(search, next)) return false;
      }
    }
    if (found) return true;
  }
  return true;
}

/** Choices of so many of a date's free seats; what cannot hold them costs next to nothing. */
function choicesOn({ maps }: MassStock, { performanceId }: MassDate, quantity: number): number {
  const free = maps.get(performanceId)?.free.reduce((sum, each) => sum + each, 0) ?? 0;
  return free < quantity ? 1 : numberOfChoices(free, quantity);
}

function stateOf({ left, placed }: Seated): string {
  const { maps, free, spare, limits } = left;
  return JSON.stringify([
    [...placed.keys()].sort(),
    [...maps].map(([id, map]) => [id, map.free.join('')]),
    [...free],
    [...spare],
    [...limits],
  ]);
}
