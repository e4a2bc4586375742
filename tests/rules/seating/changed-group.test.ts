import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seatMap } from '../../../rules/seating/seat-map.ts';
import { seatsBeside } from '../../../rules/seating/seats-beside.ts';
import { seatsToKeep } from '../../../rules/seating/seats-to-keep.ts';
import { drawn, strict, wishOf } from './support/halls.ts';

/** What a group of these seats has when it becomes as large as that. */
const smaller = (hall: readonly string[], own: string, quantity: number) =>
  seatsToKeep(seatMap(drawn(hall)), own.split(' '), quantity).join(' ');

const larger = (hall: readonly string[], own: string, more: number, settings = strict) =>
  seatsBeside(seatMap(drawn(hall)), own.split(' '), wishOf(more), settings)
    ?.toSorted()
    .join(' ') ?? null;

describe('a group that becomes smaller', () => {
  it('keeps all of its seats while they fit', () => {
    expect(smaller(['....'], 'A4 A2', 2)).toBe('A4 A2');
    expect(smaller(['....'], 'A4 A2', 5)).toBe('A4 A2');
  });

  it('stays together, and leaves no seat alone that somebody could have had with another', () => {
    expect(smaller(['......', '......'], 'A1 A2 B2 B3 B4', 3)).toBe('B2 B3 B4');
    expect(smaller(['x....x'], 'A2 A3 A4 A5', 2)).toMatch(/^(A2 A3|A4 A5)$/);
    expect(smaller(['x....x'], 'A2 A3 A4 A5', 3)).toMatch(/^(A2 A3 A4|A3 A4 A5)$/);
    expect(smaller(['x.....'], 'A2 A3 A4', 2)).toBe('A2 A3');
  });

  it('may keep seats it could not have anew: bays, another contingent, seats left alone', () => {
    expect(smaller(['wcx'], 'A1 A2', 1)).toMatch(/^A[12]$/);
    expect(smaller(['oo'], 'A1 A2', 1)).toMatch(/^A[12]$/);
  });

  it('always may, whatever it has and however few it keeps', () => {
    const hall = ['..xx.o', 'wc..v.', '_.#.x.'];
    const seats = drawn(hall).filter(({ state }) => state === 'free');
    fc.assert(
      fc.property(fc.subarray(seats, { minLength: 1 }), fc.nat(8), (own, quantity) => {
        const kept = seatsToKeep(
          seatMap(drawn(hall)),
          own.map(({ id }) => id),
          quantity + 1,
        );
        expect(kept).toHaveLength(Math.min(own.length, quantity + 1));
        expect(new Set(kept).size).toBe(kept.length);
        expect(own.map(({ id }) => id)).toEqual(expect.arrayContaining([...kept]));
      }),
    );
  });
});

describe('a group that becomes larger', () => {
  it('grows at its ends', () => {
    expect(larger(['........', '........'], 'B3 B4', 2)).toMatch(/^(B1 B2|B5 B6)$/);
    expect(larger(['x..xx...', '........'], 'A2 A3', 3)).toBe('B1 B2 B3');
  });

  it('grows on both sides where one does not hold it', () => {
    expect(larger(['x.....x', '.......'], 'A4', 4)).toBe('A2 A3 A5 A6');
  });

  it('takes what is beside it and the rest near', () => {
    expect(larger(['x....x', 'x....x', '......'], 'A2 A3', 4)).toMatch(/^A4 A5 B/);
    expect(larger(['.. x..x', '.......'], 'A4 A5', 2)).toMatch(/^B/);
  });

  it('leaves no seat alone while the channel forbids it', () => {
    expect(larger(['x...x', '....'], 'A2', 1)).toBe('B1');
    expect(larger(['x...x'], 'A2', 1)).toBeNull();
    expect(larger(['x...x'], 'A2', 1, { ...strict, isolatedSeatsAlwaysAllowed: true })).toBe('A3');
  });

  it('takes only what it may have', () => {
    expect(larger(['..oU.', '.....'], 'A1 A2', 2)).toBe('B1 B2');
    expect(larger(['..xx'], 'A1 A2', 1)).toBeNull();
  });
});
