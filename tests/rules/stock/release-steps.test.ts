import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ContingentPart,
  partsToRelease,
  stepDueAt,
  stepFaults,
} from '../../../rules/stock/release-steps.ts';

describe('the steps of a release', () => {
  it('fall in days and never rise in what they keep', () => {
    const steps = [
      { days: 30, keep: 40 },
      { days: 30, keep: 50 },
      { days: 0, keep: 0 },
    ];
    expect(stepFaults(steps, 'places', 'end-of-day')).toEqual([
      { at: 1, field: 'days', code: 'release.daysOrder' },
      { at: 1, field: 'keep', code: 'release.keepOrder' },
      { at: 2, field: 'days', code: 'release.afterPerformance' },
    ]);
    expect(stepFaults([{ days: 7, keep: 120 }], 'percent', 'start-of-day')).toEqual([
      { at: 0, field: 'keep', code: 'field.tooLarge' },
    ]);
    expect(stepFaults([{ days: 0, keep: 0 }], 'places', 'start-of-day')).toEqual([]);
  });

  it('are due by the clock of the venue, through both changes of the clocks', () => {
    // Paris leaves summer time on 25 October 2026, and takes it on 28 March 2027
    expect(stepDueAt('2026-11-01T19:30:00.000Z', 'Europe/Paris', 7, 'start-of-day')).toBe(
      '2026-10-24T22:00:00.000Z',
    );
    expect(stepDueAt('2026-11-01T19:30:00.000Z', 'Europe/Paris', 7, 'end-of-day')).toBe(
      '2026-10-25T23:00:00.000Z',
    );
    expect(stepDueAt('2027-04-01T18:00:00.000Z', 'Europe/Paris', 4, 'end-of-day')).toBe(
      '2027-03-28T22:00:00.000Z',
    );
    // an evening in New York is another day in UTC
    expect(stepDueAt('2027-01-11T01:00:00.000Z', 'America/New_York', 1, 'start-of-day')).toBe(
      '2027-01-09T05:00:00.000Z',
    );
  });
});

const part = fc
  .record({
    rank: fc.integer({ min: 1, max: 5 }),
    capacity: fc.nat(300),
    taken: fc.nat(300),
    released: fc.nat(50),
  })
  .map(({ rank, capacity, taken, released }) => ({
    rank,
    capacity,
    free: Math.max(0, capacity - taken),
    base: capacity + released,
  }));
const contingent = fc
  .array(part, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map((each, at): ContingentPart => ({ ...each, seatCategoryId: `category-${at}` })));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const quantities = (parts: readonly ContingentPart[], keep: number, unit: 'places' | 'percent') => {
  const found = new Map(
    partsToRelease(parts, { keep, unit }).map((each) => [each.seatCategoryId, each.quantity]),
  );
  return parts.map(({ seatCategoryId }) => found.get(seatCategoryId) ?? 0);
};
const keptOf = (parts: readonly ContingentPart[], gone: readonly number[]) =>
  parts.map((each, at) => ({ ...each, capacity: each.capacity - gone[at]!, free: each.free - gone[at]! }));

describe('what a step releases', () => {
  it('keeps what was said of a hundred places, forty of them taken', () => {
    const groups = { seatCategoryId: 'a', rank: 1, capacity: 100, free: 60, base: 100 };
    expect(partsToRelease([groups], { keep: 60, unit: 'places' })).toEqual([
      { seatCategoryId: 'a', quantity: 40 },
    ]);
    expect(partsToRelease([groups], { keep: 20, unit: 'places' })).toEqual([
      { seatCategoryId: 'a', quantity: 60 },
    ]);
    expect(partsToRelease([groups], { keep: 100, unit: 'places' })).toEqual([]);
  });

  it('counts a percentage of what there was before the plan', () => {
    const left = { seatCategoryId: 'a', rank: 1, capacity: 50, free: 50, base: 101 };
    expect(partsToRelease([left], { keep: 25, unit: 'percent' })).toEqual([
      { seatCategoryId: 'a', quantity: 24 },
    ]);
  });

  it('takes no place that somebody has, keeps what it can, and gives the same in another order', () => {
    fc.assert(
      fc.property(contingent, fc.nat(800), (parts, keep) => {
        const gone = quantities(parts, keep, 'places');
        for (const [at, quantity] of gone.entries()) {
          expect(quantity).toBeGreaterThanOrEqual(0);
          expect(quantity).toBeLessThanOrEqual(parts[at]!.free);
        }
        const excess = Math.max(0, sum(parts.map(({ capacity }) => capacity)) - keep);
        expect(sum(gone)).toBe(Math.min(excess, sum(parts.map(({ free }) => free))));
        expect(quantities(parts.toReversed(), keep, 'places').reverse()).toEqual(gone);
      }),
    );
  });

  it('does nothing more when it is done again', () => {
    fc.assert(
      fc.property(contingent, fc.nat(100), fc.constantFrom('places', 'percent'), (parts, keep, unit) => {
        const once = keptOf(parts, quantities(parts, keep, unit));
        expect(sum(quantities(once, keep, unit))).toBe(0);
      }),
    );
  });

  it('comes to the same in steps as at once', () => {
    fc.assert(
      fc.property(contingent, fc.nat(100), fc.nat(100), (parts, one, other) => {
        const [more, less] = [Math.max(one, other), Math.min(one, other)];
        const stepped = keptOf(parts, quantities(parts, more, 'percent'));
        const total = keptOf(stepped, quantities(stepped, less, 'percent'));
        expect(total).toEqual(keptOf(parts, quantities(parts, less, 'percent')));
      }),
    );
  });
});
