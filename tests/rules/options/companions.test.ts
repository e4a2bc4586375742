import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { companions, placesOf } from '../../../rules/options/companions.ts';

describe('companions of a product', () => {
  it.each([
    // 1 accompagnateur pour 10
    [0, 10, 'up', 0],
    [1, 10, 'up', 1],
    [10, 10, 'up', 1],
    [11, 10, 'up', 2],
    [9, 10, 'down', 0],
    [10, 10, 'down', 1],
    [19, 10, 'down', 1],
    // 1 place de parking pour 4
    [3, 4, 'down', 0],
    [4, 4, 'down', 1],
    [5, 4, 'up', 2],
    [7, 1, 'down', 7],
  ] as const)('for %i units, one per %i rounded %s: %i', (units, per, rounding, expected) => {
    expect(companions(units, { per, rounding })).toBe(expected);
  });

  it('never leaves a part of a ratio out when rounded up, nor counts one when rounded down', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 10_000 }), (units, per) => {
        const up = companions(units, { per, rounding: 'up' });
        const down = companions(units, { per, rounding: 'down' });
        expect(up * per).toBeGreaterThanOrEqual(units);
        expect(down * per).toBeLessThanOrEqual(units);
        expect(up - down).toBe(units % per === 0 ? 0 : 1);
      }),
    );
  });

  it('are not reckoned for what counts nothing', () => {
    expect(() => companions(-1, { per: 10, rounding: 'up' })).toThrow(RangeError);
    expect(() => companions(1.5, { per: 10, rounding: 'up' })).toThrow(RangeError);
    expect(() => companions(10, { per: 0, rounding: 'up' })).toThrow(RangeError);
  });

  it('multiply with the places a line has per unit or per ratio', () => {
    expect(placesOf(12, { role: 'mandatory', quantity: 2, ratio: null })).toBe(24);
    expect(placesOf(12, { role: 'companion', quantity: 2, ratio: { per: 10, rounding: 'up' } })).toBe(4);
  });
});
