import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineAmountCents, readCents, sumCents, totalCents, writeCents } from '../../rules/money.ts';

describe('money in cents', () => {
  it('nineteen tickets at 24,50 are 465,50', () => {
    expect(lineAmountCents(19, 2450)).toBe(46_550);
    expect(lineAmountCents(19, null)).toBeNull();
  });

  it('adds up to the cent, whatever the order', () => {
    const lines = fc.array(fc.record({ quantity: fc.nat(5000), priceCents: fc.option(fc.nat(1_000_000)) }));
    fc.assert(
      fc.property(lines, (all) => {
        const one = all.flatMap(({ quantity, priceCents }) =>
          Array.from({ length: quantity === 0 ? 0 : 1 }, () => quantity * (priceCents ?? 0)),
        );
        expect(totalCents(all)).toBe(sumCents(one));
        expect(totalCents(all.toReversed())).toBe(totalCents(all));
      }),
    );
  });

  it('knows no fraction of a cent and no amount beyond exact arithmetic', () => {
    expect(() => sumCents([0.5])).toThrow(RangeError);
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => lineAmountCents(2, Number.NaN)).toThrow(RangeError);
  });
});

describe('an amount as it is typed', () => {
  it.each([
    ['12', 1_200],
    ['12,5', 1_250],
    ['12,50', 1_250],
    ['12.50', 1_250],
    [' 1\u202f234,50 €', 123_450],
    ['0', 0],
  ])('%s is read in cents', (typed, cents) => {
    expect(readCents(typed)).toBe(cents);
  });

  it.each(['', 'douze', '12,505', '-3', '1,2,3', '12€50c'])('%s is none', (typed) => {
    expect(readCents(typed)).toBeUndefined();
  });

  it('is read back as it was written, with either mark', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.constantFrom(',', '.'), (cents, mark) => {
        expect(readCents(writeCents(cents, mark))).toBe(cents);
      }),
    );
  });
});
