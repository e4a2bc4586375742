import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdsStock, lifeRow } from '../../../rules/options/life.ts';
import {
  abandonAt,
  basketActions,
  basketStates,
  basketVerbs,
  nextBasketState,
  orderStateOf,
} from '../../../rules/orders/basket-life.ts';
import { paymentLookAt } from '../../../rules/orders/payment-time.ts';
import { dividesProduct, optionOutcome, planSale } from '../../../rules/orders/plan-sale.ts';

const seat = (id: string) => ({ id, zone: 'Orchestre', block: '', rowLabel: 'A', number: id });
const places = (id: string, quantity: number, seats = 0) => ({
  id,
  quantity,
  priceCents: 2_500,
  seats: seats === 0 ? null : Array.from({ length: seats }, (_, at) => seat(`${id}-${at}`)),
});

describe('the life of a basket', () => {
  it('ends once, as paid or as abandoned', () => {
    expect(basketVerbs.map((verb) => nextBasketState('open', verb))).toEqual(['paid', 'abandoned']);
    for (const state of basketStates.filter((each) => each !== 'open'))
      expect(basketActions(state)).toEqual([]);
  });

  it('leaves its options validated or firm until they are resumed, and then sold', () => {
    for (const state of ['confirmed', 'firm'] as const) {
      expect([holdsStock(state), lifeRow(state, 'resume')?.to]).toEqual(['ordered', 'resumed']);
    }
    expect(holdsStock('resumed')).toBe('sold');
  });

  it('is abandoned after the delay of its channel, 20 minutes in the manual’s example', () => {
    expect(abandonAt('2016-01-10T19:00:00.000Z', 20)).toBe('2016-01-10T19:20:00.000Z');
  });

  it('keeps time from its order: it looks after the end, at once when the date has passed meanwhile', () => {
    const order = {
      state: 'open',
      paymentDueAt: '2016-01-10T19:00:00.000Z',
      graceHours: 2,
      overdueAt: null,
    } as const;
    expect(paymentLookAt({ ...order, inBasket: true })).toBeNull();
    expect(paymentLookAt({ ...order, inBasket: false })).toBe('2016-01-10T21:00:00.000Z');
    expect(paymentLookAt({ ...order, state: 'paid', inBasket: false })).toBeNull();
  });

  it('leaves an order cancelled, paid or open by what is left in it', () => {
    expect([orderStateOf(0, 0), orderStateOf(40, 0), orderStateOf(40, 37), orderStateOf(37, 37)]).toEqual([
      'cancelled',
      'open',
      'open',
      'paid',
    ]);
  });
});

describe('what is sold of a basket', () => {
  it('is everything when nothing else is said', () => {
    expect(planSale([places('a', 40), places('b', 2)], null)).toMatchObject({
      amountCents: 105_000,
      parts: [
        { sold: 40, rest: 0 },
        { sold: 2, rest: 0 },
      ],
    });
  });

  it('is 37 of 40 when 37 are paid; places nobody names are left whole', () => {
    const plan = planSale([places('a', 40), places('b', 2)], [{ placesId: 'a', quantity: 37 }]);
    expect(plan).toMatchObject({
      amountCents: 92_500,
      parts: [
        { sold: 37, rest: 3 },
        { sold: 0, rest: 2 },
      ],
    });
  });

  it('takes the seats that are named, else the first ones', () => {
    const numbered = [places('a', 4, 3)];
    const named = planSale(numbered, [{ placesId: 'a', quantity: 2, seatIds: ['a-2'] }]);
    expect(named).toMatchObject({
      parts: [{ soldSeats: [{ id: 'a-2' }], restSeats: [{ id: 'a-0' }, { id: 'a-1' }] }],
    });
    const first = planSale(numbered, [{ placesId: 'a', quantity: 2 }]);
    expect(first).toMatchObject({
      parts: [{ soldSeats: [{ id: 'a-0' }, { id: 'a-1' }], restSeats: [{ id: 'a-2' }] }],
    });
  });

  it('says of each line why it cannot be', () => {
    const basket = [places('a', 4, 4), places('b', 2)];
    const faults = (...lines: { placesId: string; quantity: number; seatIds?: string[] }[]) => {
      const plan = planSale(basket, lines);
      return 'faults' in plan ? plan.faults.map(({ path, code }) => `${path} ${code}`) : [];
    };
    expect(faults({ placesId: 'c', quantity: 1 })).toEqual(['lines.0.placesId field.reference']);
    expect(faults({ placesId: 'b', quantity: 1 }, { placesId: 'b', quantity: 1 })).toEqual([
      'lines.1.placesId field.duplicate',
    ]);
    expect(faults({ placesId: 'b', quantity: 3 })).toEqual(['lines.0.quantity field.tooLarge']);
    expect(faults({ placesId: 'a', quantity: 1, seatIds: ['a-0', 'a-1'] })).toEqual([
      'lines.0.seatIds field.tooLarge',
    ]);
    expect(faults({ placesId: 'a', quantity: 3, seatIds: ['a-0'] })).toEqual([
      'lines.0.seatIds field.tooSmall',
    ]);
    expect(faults({ placesId: 'a', quantity: 1, seatIds: ['b-0'] })).toEqual([
      'lines.0.seatIds.0 field.reference',
    ]);
    expect(faults({ placesId: 'b', quantity: 0 })).toEqual(['lines field.required']);
  });

  it('shares places and seats out without losing or doubling one', () => {
    const one = fc.record({ quantity: fc.integer({ min: 1, max: 40 }), named: fc.nat(40), paid: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (drawn) => {
        const basket = drawn.map(({ quantity, named }, at) =>
          places(`p${at}`, quantity, Math.min(named, quantity)),
        );
        const lines = drawn.map(({ quantity, paid }, at) => ({
          placesId: `p${at}`,
          quantity: Math.min(paid, quantity),
        }));
        const plan = planSale(basket, lines);
        if ('faults' in plan) return lines.every(({ quantity }) => quantity === 0);
        return plan.parts.every(
          ({ places: { quantity, seats }, sold, rest, soldSeats, restSeats }) =>
            sold + rest === quantity &&
            soldSeats.length <= sold &&
            restSeats.length <= rest &&
            soldSeats.length + restSeats.length === (seats ?? []).length,
        );
      }),
    );
  });

  it('makes of an option what was paid and chosen', () => {
    expect(optionOutcome(40, 0, 'release')).toBe('sold');
    expect(optionOutcome(37, 3, 'keep')).toBe('split');
    expect(optionOutcome(37, 3, 'release')).toBe('reduced');
    expect(optionOutcome(0, 40, 'keep')).toBe('kept');
    expect(optionOutcome(0, 40, 'release')).toBe('released');
    expect(dividesProduct('seats', 'split')).toBe(false);
    const wrong = (['sold', 'split', 'reduced', 'kept', 'released'] as const).filter((outcome) =>
      dividesProduct('product', outcome),
    );
    expect(wrong).toEqual(['split', 'reduced']);
  });
});
