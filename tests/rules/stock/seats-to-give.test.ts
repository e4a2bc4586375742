import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GivenSeat, seatsToGive } from '../../../rules/stock/seats-to-give.ts';

/** Rows drawn as people would: `o` is free, `.` is somebody's, a blank is an aisle. The first row is nearest the stage. */
function hall(...rows: string[]): GivenSeat[] {
  return rows.flatMap((row, r) => {
    let run = 1;
    return [...row].flatMap((mark, at) => {
      if (mark === ' ') run += 1;
      if (mark !== 'o') return [];
      const seat = { zone: 'PARTERRE', block: '', rowOrder: r + 1, place: at + 1, run };
      return [{ ...seat, id: `${r + 1}-${at + 1}`, x: at * 50, y: r * 90 }];
    });
  });
}

/** Seats left alone: without a free neighbour on their own side, though they had one before. */
function orphans(free: readonly GivenSeat[], given: ReadonlySet<string>): number {
  const at = (seat: GivenSeat, by: number) =>
    free.find(
      (each) => each.rowOrder === seat.rowOrder && each.run === seat.run && each.place === seat.place + by,
    );
  return free.filter((seat) => {
    const beside = [at(seat, -1), at(seat, 1)].filter((each) => each !== undefined);
    return beside.length > 0 && beside.every((each) => given.has(each.id) !== given.has(seat.id));
  }).length;
}

describe('which seats leave a contingent', () => {
  it('are those farthest from the stage, whole rows first', () => {
    expect(seatsToGive(hall('oooo', 'oooo', 'oooo'), 4).sort()).toEqual(['3-1', '3-2', '3-3', '3-4']);
    expect(seatsToGive(hall('oooo', 'oooo', 'oooo'), 6).sort()).toEqual(
      ['2-1', '2-2', '3-1', '3-2', '3-3', '3-4'].sort(),
    );
  });

  it('leave nobody alone where another row helps', () => {
    // five of two rows of four would leave one; four of one row and one from beside an aisle do not
    const free = hall('oooo o', 'oooo');
    expect(orphans(free, new Set(seatsToGive(free, 5)))).toBe(0);
    expect(seatsToGive(hall('ooo', 'ooo'), 1)).toHaveLength(1);
  });

  it('are exactly so many, the same in whatever order the hall comes', () => {
    const rows = fc.array(fc.stringMatching(/^[o. ]{1,8}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.nat(), (drawn, wish) => {
        const free = hall(...drawn);
        const quantity = free.length === 0 ? 0 : wish % (free.length + 1);
        const given = seatsToGive(free, quantity);
        expect(new Set(given).size).toBe(quantity);
        expect(seatsToGive(free.toReversed(), quantity).sort()).toEqual(given.sort());
      }),
    );
  });

  it('leave no one alone where any way of cutting each stretch once does not', () => {
    const rows = fc.array(fc.stringMatching(/^[o. ]{1,5}$/), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(rows, fc.nat(), (drawn, wish) => {
        const free = hall(...drawn);
        const quantity = free.length === 0 ? 0 : wish % (free.length + 1);
        const lengths = stretchLengths(drawn);
        expect(orphans(free, new Set(seatsToGive(free, quantity)))).toBe(fewest(lengths, quantity));
      }),
      { numRuns: 300 },
    );
  });

  it('can be no more than there are', () => {
    expect(() => seatsToGive(hall('oo'), 3)).toThrow(RangeError);
  });
});

function stretchLengths(rows: readonly string[]): number[] {
  return rows.flatMap((row) => row.split(/[. ]/).flatMap(({ length }) => (length > 0 ? [length] : [])));
}

/** Exhaustive: how many are left alone at best. Two cut into one and one leaves two alone. */
function fewest([length, ...rest]: readonly number[], quantity: number): number {
  if (quantity < 0) return Number.POSITIVE_INFINITY;
  if (length === undefined) return quantity === 0 ? 0 : Number.POSITIVE_INFINITY;
  const ways = Array.from({ length: length + 1 }, (_way, give) => {
    const whole = give === 0 || give === length;
    const alone = whole ? 0 : (give === 1 ? 1 : 0) + (length - give === 1 ? 1 : 0);
    return alone + fewest(rest, quantity - give);
  });
  return Math.min(...ways);
}
