import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tellSeatReason } from '../../../rules/seating/labels.ts';
import { placeAll } from '../../../rules/seating/mass-placement.ts';
import type { MassDate, MassPlacement, MassStock, MassWish } from '../../../rules/seating/mass-wish.ts';
import { propose } from '../../../rules/seating/proposals.ts';
import { type Seat, type SeatMap, seatMap, withTaken } from '../../../rules/seating/seat-map.ts';
import type { SeatSettings } from '../../../rules/seating/wish.ts';
import { must } from '../support/must.ts';
import { drawn, runs, settings, smallHall, strict, wishFor, wishOf } from './support/halls.ts';
import { type ListedWish, listOf, stockOf } from './support/mass.ts';

const always: SeatSettings = { ...strict, isolatedSeatsAlwaysAllowed: true };

function list(...quantities: number[]): ListedWish[] {
  return quantities.map((quantity, place) => ({ id: `option ${place + 1}`, wish: wishOf(quantity) }));
}

const placeOn = (maps: ReadonlyMap<string, SeatMap>, all: readonly ListedWish[], how: SeatSettings) =>
  placeAll(stockOf(maps), listOf(maps, all, how));

const tonight = (...rows: string[]) => new Map([['tonight', seatMap(drawn(rows))]]);

/** Options for one or two dates, whichever comes first. */
const wishes = fc
  .array(fc.constantFrom(['first'], ['second'], ['first', 'second'], ['second', 'first']).chain(wishFor), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => all.map((wish, place) => ({ id: `option ${place + 1}`, wish })));

const halls = fc.tuple(smallHall, smallHall).map(
  ([first, second]) =>
    new Map([
      ['first', seatMap(first)],
      ['second', seatMap(second)],
    ]),
);

/** The most that can be filled by numbers alone, trying each option on each of its dates and left out. */
function mostByNumbers(all: readonly ListedWish[], free: ReadonlyMap<string, number>): number {
  const [first, ...rest] = all;
  if (first === undefined) return 0;
  const { performanceIds, quantity, seatCategoryId } = first.wish;
  const filled = performanceIds.map((date) => {
    const pool = `${date}/${seatCategoryId}`;
    const left = (free.get(pool) ?? 0) - quantity;
    return left < 0 ? 0 : quantity + mostByNumbers(rest, new Map([...free, [pool, left]]));
  });
  return Math.max(mostByNumbers(rest, free), ...filled);
}

function pools(maps: ReadonlyMap<string, SeatMap>, may: (seat: Seat) => boolean): Map<string, number> {
  const free = new Map<string, number>();
  for (const [date, { seats }] of maps) {
    for (const seat of seats.filter((each) => each.state === 'free' && may(each))) {
      const pool = `${date}/${seat.seatCategoryId}`;
      free.set(pool, (free.get(pool) ?? 0) + 1);
    }
  }
  return free;
}

const seatsOf = ({ grants }: MassPlacement['placed'][number]) =>
  grants.flatMap(({ seatIds }) => seatIds ?? []);

/** The maps after the placement; throws where a seat is taken twice or not free. */
function after(maps: ReadonlyMap<string, SeatMap>, { placed }: MassPlacement): Map<string, SeatMap> {
  const left = new Map(maps);
  for (const one of placed) {
    const map = left.get(one.performanceId)!;
    const seatIds = seatsOf(one);
    must(
      seatIds.every((id) => map.free[map.indexOf.get(id)!] === 1),
      'each seat is given once',
    );
    left.set(one.performanceId, withTaken(map, seatIds));
  }
  return left;
}

describe('a list of options', () => {
  it('fills most places, not the largest group first', () => {
    const { filled, bound, placed } = placeOn(tonight('..........'), list(7, 6, 4), strict);
    expect([filled, bound]).toEqual([10, 10]);
    expect(placed.map(({ id }) => id)).toEqual(['option 2', 'option 3']);
  });

  it('says of each option left out why', () => {
    const { unplaced } = placeOn(tonight('..........'), list(7, 6, 4, 11), strict);
    expect(
      unplaced.map(({ id, left }) => [
        id,
        ...left.flatMap(({ reasons }) => reasons).map((each) => tellSeatReason('en', each).message),
      ]),
    ).toEqual([
      [
        'option 1',
        '7 places are filled better by other options of the list.',
        '0 places are left, 0 side by side at most; a group of 0 at most can be seated there.',
      ],
      ['option 4', '0 places are left, 0 side by side at most; a group of 0 at most can be seated there.'],
    ]);
  });

  it('moves one option to its fallback date to make room for another', () => {
    const maps = new Map([
      ['friday', seatMap(drawn(['....']))],
      ['saturday', seatMap(drawn(['....']))],
    ]);
    const both = { id: 'both', wish: wishOf(4, { performanceIds: ['friday', 'saturday'] }) };
    const one = { id: 'friday only', wish: wishOf(4, { performanceIds: ['friday'] }) };
    const { placed, filled } = placeOn(maps, [both, one], strict);
    expect(filled).toBe(8);
    expect(placed.map(({ id, performanceId }) => [id, performanceId])).toEqual([
      ['both', 'saturday'],
      ['friday only', 'friday'],
    ]);
  });

  it('seats the smaller group first where the larger would leave a seat alone', () => {
    expect(placeOn(tonight('....'), list(3, 1), strict).filled).toBe(4);
  });

  it('places nothing of nothing', () => {
    expect(placeOn(tonight('....'), [], strict)).toEqual({ placed: [], unplaced: [], filled: 0, bound: 0 });
  });

  it('is filled as well as by every choice there is, where seats may be left alone', () => {
    fc.assert(
      fc.property(halls, wishes, (maps, options) => {
        const plain = options.map(({ id, wish }) => ({
          id,
          wish: { ...wish, contingentIds: ['public'], acceptsUpgrade: false },
        }));
        const free = pools(
          maps,
          (seat) => seat.contingentId === 'public' && !seat.wheelchair && !seat.companion,
        );
        must(placeOn(maps, plain, always).filled === mostByNumbers(plain, free), 'the best total');
      }),
      runs(80),
    );
  });

  it('gives each seat once, each option whole, never more than the bound, and the same again', () => {
    fc.assert(
      fc.property(halls, wishes, settings, (maps, options, channel) => {
        const answer = placeOn(maps, options, channel);
        const list = listOf(maps, options, channel);
        const { placed, unplaced, filled, bound } = answer;
        const left = after(maps, answer);
        const quantities = new Map(options.map(({ id, wish }) => [id, wish.quantity]));
        must(
          placed.every((one) => quantities.get(one.id) === seatsOf(one).length),
          'an option is placed whole',
        );
        must(filled === placed.reduce((sum, one) => sum + seatsOf(one).length, 0), 'the sum');
        must(filled <= bound, 'the bound holds');
        must(placed.length + unplaced.length === options.length, 'each option is placed or not');
        for (const { id, left: told } of unplaced) {
          const { wish } = options.find((each) => each.id === id)!;
          const whole = { ...wish, oneCategory: true };
          must(propose(left, whole, channel, 1).proposals.length === 0, 'who still fits is seated');
          must(
            told.every(({ reasons }) => reasons.length > 0) && told.length > 0,
            'who is left out is told why',
          );
        }
        const again = placeAll(stockOf(maps), list.toReversed());
        must(JSON.stringify(again) === JSON.stringify(answer), 'the same again, in whichever order');
      }),
      runs(30),
    );
  });

  it('leaves no seat alone where that is forbidden', () => {
    fc.assert(
      fc.property(halls, wishes, (maps, options) => {
        const { placed } = placeOn(maps, options, strict);
        must(
          placed.every(({ reasons }) => reasons.some(({ code }) => code === 'isolated.none')),
          'no seat is left alone',
        );
      }),
      runs(30),
    );
  });

  it('tries everything for a short list over small halls: the best total may be nobody’s best way', () => {
    const maps = new Map([
      ['first', seatMap(drawn(['.xx', 'o..', 'xx .', '..']))],
      ['second', seatMap(drawn(['.', 'c.ox']))],
    ]);
    const both = (first: string, other: string, contingentIds: string[]) => ({
      performanceIds: [first, other],
      contingentIds,
    });
    const options = [
      { id: 'one', wish: wishOf(1, both('second', 'first', ['public', 'others'])) },
      { id: 'six', wish: wishOf(6, both('second', 'first', ['public'])) },
      { id: 'two', wish: wishOf(2, both('second', 'first', ['public', 'others'])) },
    ];
    const { filled, bound } = placeOn(maps, options, strict);
    expect([filled, bound]).toEqual([9, 9]);
  });
});

describe('a list by numbers', () => {
  const date = (quantity: number, limits: MassDate['limits'] = []): MassDate => ({
    performanceId: 'tonight',
    choice: 0,
    lines: [{ lineId: 'line', quantity, seatCategoryId: 'asked', above: [] }],
    rooms: [{ stockId: 'stock', contingentId: 'public', seatCategoryId: 'asked', rank: 1 }],
    takesStock: true,
    limits,
  });
  const wish = (id: string, number: number, quantity: number, limits: MassDate['limits'] = []): MassWish => ({
    id,
    number,
    quantity,
    settings: [strict],
    dates: [date(quantity, limits)],
  });
  const stock = (free: number, more: Partial<MassStock> = {}): MassStock => ({
    maps: new Map(),
    free: new Map([['stock', free]]),
    spare: new Map(),
    limits: new Map(),
    ...more,
  });

  it('holds a contact to its limit, and says what is left of it', () => {
    const share = (quantity: number) => [{ limit: 'works council', quantity }];
    const list = [wish('three', 1, 3, share(3)), wish('four', 2, 4, share(4)), wish('free', 3, 9)];
    const { placed, unplaced } = placeAll(stock(20, { limits: new Map([['works council', 5]]) }), list);
    expect(placed.map(({ id }) => id)).toEqual(['four', 'free']);
    expect(unplaced).toEqual([
      {
        id: 'three',
        left: [
          {
            performanceId: 'tonight',
            reasons: [
              { code: 'mass.outweighed', values: { quantity: 3 } },
              { code: 'left.limit', values: { left: 1 } },
            ],
          },
        ],
      },
    ]);
  });

  it('takes from the pool what the row lacks, and of equal totals the older request', () => {
    const pool = { spare: new Map([['tonight/asked', 3]]) };
    const list = [wish('younger', 8, 8), wish('older', 7, 8), wish('last', 9, 1)];
    const { placed, filled, bound } = placeAll(stock(5, pool), list);
    expect([placed.map(({ id }) => id), filled, bound]).toEqual([['older'], 8, 8]);
  });
});
