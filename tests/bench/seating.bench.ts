import { propose } from '../../rules/seating/proposals.ts';
import { type Seat, seatMap } from '../../rules/seating/seat-map.ts';
import { median, quantile } from './support/quantile.ts';

/**
 * How long the seat engine takes to propose three ways to seat a group of 60 in a half-full hall of 2,000, and how the
 * time grows per seat from 200 to 20,000 seats. `growth`: time per seat of the largest hall over that of the smallest.
 */
const group = 60;
const halls = 24;
const rounds = 5;
const sizes = [200, 2_000, 20_000];

const measured = sizes.map((size) => ({ size, ...timesOf(size) }));
const [smallest, middle, largest] = measured;
if (smallest === undefined || middle === undefined || largest === undefined) throw new Error('no sizes');
for (const { size, medianMs, p95Ms } of measured) {
  process.stdout.write(`${size} seats: median ${round(medianMs)} ms, p95 ${round(p95Ms)} ms\n`);
}
process.stdout.write(
  `${JSON.stringify({
    name: 'seating',
    medianMs: round(middle.medianMs),
    p95Ms: round(middle.p95Ms),
    growth: round(largest.medianMs / largest.size / (smallest.medianMs / smallest.size)),
  })}\n`,
);

/** Halls differ in who sits where; each is asked several times after a first time that does not count. */
function timesOf(size: number): { medianMs: number; p95Ms: number } {
  const times: number[] = [];
  for (let number = 0; number < halls; number += 1) {
    const maps = new Map([['tonight', seatMap(hall(size, number))]]);
    for (let round = 0; round <= rounds; round += 1) {
      const start = performance.now();
      const { proposals } = propose(
        maps,
        {
          performanceIds: ['tonight'],
          quantity: group,
          seatCategoryId: 'one',
          contingentIds: ['public'],
          acceptsUpgrade: false,
        },
        { isolatedSeatTrigger: 0, isolatedSeatsAlwaysAllowed: false },
        3,
      );
      if (proposals.length === 0) throw new Error(`no proposal in hall ${number} of ${size} seats`);
      if (round > 0) times.push(performance.now() - start);
    }
  }
  return {
    medianMs: median(times),
    p95Ms: quantile(times, 0.95),
  };
}

/** Blocks of 1,000 at most: 25 rows of 40 with an aisle in the middle; parties of 1 to 8 sit until half is taken. */
function hall(size: number, number: number): Seat[] {
  const next = pseudoRandom(size + number);
  const seats = Array.from({ length: size }, (_seat, index) => seatAt(index));
  const taken = new Set<number>();
  while (taken.size < size / 2) {
    const start = Math.floor(next() * size);
    const people = 1 + Math.floor(next() * 8);
    for (let seat = start; seat < start + people && seat < size && taken.size < size / 2; seat += 1)
      taken.add(seat);
  }
  return seats.map((seat, index) => ({ ...seat, state: taken.has(index) ? 'taken' : 'free' }));
}

function seatAt(index: number): Seat {
  const row = Math.floor(index / 40);
  const place = (index % 40) + 1;
  const run = place <= 20 ? 1 : 2;
  return {
    id: `seat-${index}`,
    zone: `zone-${Math.floor(index / 1_000)}`,
    block: '',
    rowOrder: row + 1,
    place,
    run,
    x: place * 55 + run * 120,
    y: row * 90,
    seatCategoryId: 'one',
    categoryRank: 1,
    contingentId: 'public',
    state: 'free',
    wheelchair: false,
    companion: false,
    restrictedView: false,
  };
}

/** The same halls at each run (a linear congruential generator). */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
