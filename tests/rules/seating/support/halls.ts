import fc from 'fast-check';
import type { Seat } from '../../../../rules/seating/seat-map.ts';
import type { SeatSettings, SeatWish } from '../../../../rules/seating/wish.ts';

/** A plan drawn row by row, front row first. */
export type Drawing = readonly string[];

/**
 * A hall as one draws it: `.` free, `x` taken, `#` blocked, `U` free in the category above, `o` free in another
 * contingent, `v` free with a restricted view, `w` a free wheelchair bay, `c` a free companion's seat, space an aisle,
 * `_` no seat. Ids are row and place: `A1`, `A2`, `B1`.
 */
export function drawn(drawing: Drawing, more: Partial<Seat> = {}): Seat[] {
  return drawing.flatMap((line, row) => {
    let [run, place] = [1, 0];
    return [...line].flatMap((sign, column) => {
      if (sign === ' ') {
        run += 1;
        return [];
      }
      place += 1;
      if (sign === '_') return [];
      const at = { row, place, run, column };
      return [
        {
          ...seatOf(sign, at),
          ...more,
          id: `${more.block ?? ''}${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[row]}${place}`,
        },
      ];
    });
  });
}

function seatOf(sign: string, at: { row: number; place: number; run: number; column: number }): Seat {
  return {
    id: '',
    zone: 'stalls',
    block: '',
    rowOrder: at.row + 1,
    place: at.place,
    run: at.run,
    x: at.column * 50,
    y: at.row * 90,
    seatCategoryId: sign === 'U' ? 'above' : 'asked',
    categoryRank: sign === 'U' ? 1 : 2,
    contingentId: sign === 'o' ? 'others' : 'public',
    state: sign === 'x' ? 'taken' : sign === '#' ? 'blocked' : 'free',
    wheelchair: sign === 'w',
    companion: sign === 'c',
    restrictedView: sign === 'v',
  };
}

const signs = { weight: 1, arbitrary: fc.constantFrom('U', 'o', 'v', 'w', 'c', ' ', '_', '#') };
const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constant('.') },
  { weight: 3, arbitrary: fc.constant('x') },
  { ...signs, weight: 3 },
);

const line = fc.array(sign, { minLength: 1, maxLength: 7 }).map((all) => all.join(''));

/** A block of up to four rows, not all of which are level; the free seats are few enough to try every way. */
const block = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 4 }), shift: fc.integer({ min: 0, max: 60 }) })
  .map(({ lines, shift }) => ({ lines, shift }));

/** Small halls of one or two blocks with 13 free seats at most. */
export const smallHall: fc.Arbitrary<Seat[]> = fc
  .array(block, { minLength: 1, maxLength: 2 })
  .map((blocks) =>
    blocks.flatMap(({ lines, shift }, number) =>
      drawn(lines, { block: `${number}` }).map((seat) => ({
        ...seat,
        x: seat.x + shift * (seat.rowOrder % 2) + number * 500,
      })),
    ),
  )
  .map((seats) => {
    let free = 0;
    return seats.map((seat) => {
      if (seat.state === 'free') free += 1;
      return free > 13 && seat.state === 'free' ? { ...seat, state: 'taken' as const } : seat;
    });
  })
  .filter((seats) => seats.length > 0);

export const settings: fc.Arbitrary<SeatSettings> = fc.record({
  isolatedSeatTrigger: fc.constantFrom(0, 6, 10, 100),
  isolatedSeatsAlwaysAllowed: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.boolean()),
  accessibleSeatsReleased: fc.boolean(),
});

/** A wish on these dates. */
export function wishFor(performanceIds: readonly string[]): fc.Arbitrary<SeatWish> {
  return fc.record({
    performanceIds: fc.constant(performanceIds),
    quantity: fc.integer({ min: 1, max: 6 }),
    seatCategoryId: fc.constantFrom('asked', 'asked', 'above'),
    contingentIds: fc.constantFrom(['public'], ['public', 'others']),
    acceptsUpgrade: fc.boolean(),
  });
}

/** Nothing may be left alone. */
export const strict: SeatSettings = { isolatedSeatTrigger: 0, isolatedSeatsAlwaysAllowed: false };

/** A plain wish for `quantity` places tonight. */
export function wishOf(quantity: number, more: Partial<SeatWish> = {}): SeatWish {
  return {
    performanceIds: ['tonight'],
    quantity,
    seatCategoryId: 'asked',
    contingentIds: ['public'],
    acceptsUpgrade: false,
    ...more,
  };
}

/** At least so many runs of a property, more with `npm run test:long -- --steps N`. */
export function runs(fewest: number): { numRuns: number } {
  return { numRuns: Math.max(fewest, Number(process.env.PLACET_TEST_STEPS ?? 0)) };
}
