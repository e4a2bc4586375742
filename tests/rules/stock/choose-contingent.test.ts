import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ContingentCandidate, chooseContingents } from '../../../rules/stock/choose-contingent.ts';

const room = (
  contingentId: string,
  rank: number,
  free: number,
  seatCategoryId = 'cat1',
): ContingentCandidate => ({
  contingentId,
  performanceId: 'p',
  seatCategoryId,
  rank,
  free,
});
const line = (
  lineId: string,
  quantity: number,
  more: { contingentId?: string; seatCategoryId?: string } = {},
) => ({
  lineId,
  performanceId: 'p',
  seatCategoryId: 'cat1',
  quantity,
  ...more,
});
const chosen = (...args: Parameters<typeof chooseContingents>) =>
  chooseContingents(...args).map((choice) => choice.contingentId);

describe('which contingent a line draws from', () => {
  const rooms = [room('agencies', 3, 100), room('collectivities', 1, 10), room('public', 2, 30)];

  it('the lowest rank with room for the line', () => {
    expect(chosen([line('a', 10)], rooms)).toEqual(['collectivities']);
    expect(chosen([line('a', 11)], rooms)).toEqual(['public']);
    expect(chosen([line('a', 31)], rooms)).toEqual(['agencies']);
  });

  it('else the freest', () => {
    expect(chosen([line('a', 101)], rooms)).toEqual(['agencies']);
  });

  it('does not count the same places for two lines', () => {
    expect(chosen([line('a', 6), line('b', 6)], rooms)).toEqual(['collectivities', 'public']);
  });

  it('keeps the operator’s choice and counts it', () => {
    expect(chosen([line('a', 25, { contingentId: 'public' }), line('b', 15)], rooms)).toEqual([
      'public',
      'agencies',
    ]);
    expect(chosen([line('a', 5, { contingentId: 'elsewhere' })], rooms)).toEqual(['elsewhere']);
  });

  it('looks at the line’s own category and performance only', () => {
    expect(chosen([line('a', 1, { seatCategoryId: 'cat2' })], rooms)).toEqual([null]);
    expect(chosen([line('a', 5, { seatCategoryId: 'cat2' })], [...rooms, room('x', 9, 0, 'cat2')])).toEqual([
      'x',
    ]);
  });

  it('counts what the pool of a category lends for all its contingents, and no place of it twice', () => {
    const sharing = [
      { ...room('public', 1, 4), spare: 3 },
      { ...room('groups', 2, 5), spare: 3 },
    ];
    expect(chosen([line('a', 7)], sharing)).toEqual(['public']);
    expect(chosen([line('a', 8)], sharing)).toEqual(['groups']);
    expect(chosen([line('a', 6), line('b', 6)], sharing)).toEqual(['public', 'groups']);
    expect(chosen([line('a', 7), line('b', 6)], sharing)).toEqual(['public', 'groups']);
    expect(chosen([line('a', 1)], [{ ...room('public', 1, 0), spare: -2 }, room('groups', 2, 1)])).toEqual([
      'groups',
    ]);
  });

  it('has a pool lend what a row is over its limit before it lends any more', () => {
    const over = [
      { ...room('public', 1, 0), spare: 3, over: 2 },
      { ...room('groups', 2, 5), spare: 3 },
    ];
    expect(chosen([line('a', 1)], over)).toEqual(['public']);
    expect(chosen([line('a', 2)], over)).toEqual(['groups']);
    expect(chosen([line('a', 1), line('b', 6)], over)).toEqual(['public', 'groups']);
    expect(chosen([line('a', 1), line('b', 1)], over)).toEqual(['public', 'groups']);
  });

  it('settles equals the same way every time', () => {
    const equals = [room('b', 1, 5), room('a', 1, 5)];
    expect(chosen([line('l', 2)], equals)).toEqual(['a']);
    expect(chosen([line('l', 2)], equals.toReversed())).toEqual(['a']);
    expect(chosen([line('l', 9)], equals)).toEqual(['a']);
  });

  it('never overdraws a contingent while another could have served the line whole', () => {
    const rooms2 = fc.uniqueArray(
      fc.record({ id: fc.nat(20), rank: fc.nat(5), free: fc.integer({ min: -5, max: 40 }) }),
      { minLength: 1, selector: (each) => each.id },
    );
    fc.assert(
      fc.property(rooms2, fc.array(fc.integer({ min: 1, max: 30 })), (some, quantities) => {
        const candidates = some.map((each) => room(String(each.id), each.rank, each.free));
        const left = new Map(candidates.map((each) => [each.contingentId, each.free]));
        const lines = quantities.map((quantity, index) => line(String(index), quantity));
        for (const [index, choice] of chooseContingents(lines, candidates).entries()) {
          const quantity = quantities[index] ?? 0;
          const before = left.get(choice.contingentId ?? '') ?? Number.NaN;
          if (before < quantity) expect(Math.max(...left.values())).toBe(before);
          left.set(choice.contingentId ?? '', before - quantity);
        }
      }),
    );
  });
});
