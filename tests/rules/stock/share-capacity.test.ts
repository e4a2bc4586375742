import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Sharer, shareCapacity } from '../../../rules/stock/share-capacity.ts';

const shares = (total: number, ...sharers: Sharer[]) => [...shareCapacity(total, sharers).values()];
const one = (weight: number, ...needs: number[]): Sharer => ({
  id: `${weight}/${needs.join()}`,
  weight,
  needs,
});

describe('places shared between contingents', () => {
  it('go by what they had, whole and without a rest', () => {
    expect(shares(50, one(80), one(20))).toEqual([40, 10]);
    expect(shares(10, one(1), one(2), one(4))).toEqual([1, 3, 6]);
  });

  it('cover first what is needed', () => {
    expect(shares(50, one(80, 5, 5), one(20, 10, 10))).toEqual([30, 20]);
    expect(shares(30, one(80, 10, 0), one(20, 10, 40))).toEqual([10, 20]);
  });

  it('where there are too few, cover what is promised before what is held', () => {
    expect(shares(12, one(80, 0, 10), one(20, 10, 0))).toEqual([2, 10]);
    expect(shares(6, one(80, 8), one(20, 4))).toEqual([4, 2]);
  });

  it('are all given, and no need is left while there is enough', () => {
    const sharer = fc.record({ weight: fc.nat(100), needs: fc.array(fc.nat(20), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.nat(300), fc.array(sharer, { minLength: 1, maxLength: 6 }), (total, list) => {
        const sharers = list.map((each, at) => ({ ...each, id: `${at}` }));
        const given = shareCapacity(total, sharers);
        const sum = [...given.values()].reduce((all, each) => all + each, 0);
        const needed = sharers.reduce((all, { needs }) => all + needs.reduce((a, b) => a + b, 0), 0);
        expect(sum).toBe(total);
        for (const { id, needs } of sharers)
          if (needed <= total) expect(given.get(id)).toBeGreaterThanOrEqual(needs.reduce((a, b) => a + b, 0));
      }),
    );
  });
});
