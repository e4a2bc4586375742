import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeConfiguration } from '../../../rules/options/configuration-change/change-configuration.ts';
import type {
  ConfigurationChange,
  FormerSeat,
  NewSeat,
  SeatedOption,
  TakenPlaces,
} from '../../../rules/options/configuration-change/places.ts';
import { usualDeadlines } from '../../../rules/options/deadline-settings.ts';
import { configurationLetter, configurationOutcomes } from '../../../rules/options/performance-change.ts';

const newSeats = (rows: Record<string, [count: number, category: string]>): NewSeat[] =>
  Object.entries(rows).flatMap(([rowLabel, [count, seatCategoryId]], order) =>
    Array.from({ length: count }, (_seat, at) => ({
      id: `new ${rowLabel}${at + 1}`,
      key: `${rowLabel}${at + 1}`,
      zone: 'P',
      block: '',
      rowLabel,
      number: `${at + 1}`,
      seatCategoryId,
      categoryRank: seatCategoryId === 'one' ? 1 : 2,
      rowOrder: order + 1,
      place: at + 1,
      run: 1,
      x: at * 50,
      y: order * 100,
      wheelchair: false,
      companion: false,
      restrictedView: false,
    })),
  );

const formerSeats = (rows: Record<string, [count: number, category: string]>, contingentId = 'public') =>
  newSeats(rows).map(
    ({ key, zone, block, rowLabel, number, seatCategoryId }): FormerSeat => ({
      id: `old ${key}`,
      key,
      zone,
      block,
      rowLabel,
      number,
      seatCategoryId,
      contingentId,
      wheelchair: false,
      companion: false,
    }),
  );

const claim = (optionId: string, quantity: number, more: Partial<TakenPlaces> = {}): TakenPlaces => ({
  id: `of ${optionId}`,
  source: 'option',
  optionId,
  lineId: `line of ${optionId}`,
  seatCategoryId: 'one',
  contingentId: 'public',
  quantity,
  counter: 'held',
  takesStock: true,
  seats: null,
  ...more,
});

const option = (id: string, more: Partial<SeatedOption> = {}): SeatedOption => ({
  id,
  state: 'placed',
  refusedFrom: null,
  number: 1,
  placedAt: `2027-01-0${id}T10:00:00.000Z`,
  contingentIds: ['public'],
  askedCategoryIds: ['one'],
  ...more,
});

const on = (seats: readonly FormerSeat[], ...keys: string[]) =>
  keys.flatMap((key) => seats.find((seat) => seat.key === key) ?? []);

const change = (more: Partial<ConfigurationChange>): ConfigurationChange => {
  const seats = more.seats ?? [];
  const categories = [...Map.groupBy(seats, ({ seatCategoryId }) => seatCategoryId)];
  const former = [...Map.groupBy(more.formerSeats ?? [], ({ seatCategoryId }) => seatCategoryId)];
  return {
    numbered: seats.length > 0,
    categories: categories.map(([seatCategoryId, each]) => ({ seatCategoryId, capacity: each.length })),
    seats,
    formerSeats: [],
    formerRows: former.map(([seatCategoryId, each]) => ({
      seatCategoryId,
      contingentId: 'public',
      capacity: each.length,
    })),
    claims: [],
    options: [],
    overbooking: null,
    ...more,
  };
};

const told = (outcome: ReturnType<typeof changeConfiguration>) =>
  outcome.options.map(({ fate, seatsAfter }) => [fate, seatsAfter.map(({ id }) => id.slice(4)).join(' ')]);

describe('a performance that takes another numbered configuration', () => {
  const former = formerSeats({ A: [4, 'one'], B: [4, 'one'], C: [4, 'two'] });

  it('leaves everybody on the seats that are there in their category, and seats the others together', () => {
    const outcome = changeConfiguration(
      change({
        formerSeats: former,
        seats: newSeats({ B: [4, 'one'], C: [4, 'one'], D: [3, 'two'] }),
        claims: [
          claim('1', 2, { seats: on(former, 'A1', 'A2') }),
          claim('2', 2, { seats: on(former, 'B1', 'B2') }),
          claim('3', 3, { seats: on(former, 'C1', 'C2', 'C3'), seatCategoryId: 'two' }),
        ],
        options: [option('1'), option('2'), option('3')],
      }),
    );
    expect(told(outcome)).toEqual([
      ['reseated', 'B3 B4'],
      ['kept', 'B1 B2'],
      ['reseated', 'D1 D2 D3'],
    ]);
  });

  it('tells a seat that is called otherwise as another', () => {
    const renamed = newSeats({ A: [4, 'one'] }).map((seat) => ({ ...seat, rowLabel: 'AA' }));
    const claims = [claim('1', 1, { seats: on(former, 'A1') })];
    const outcome = changeConfiguration(
      change({ formerSeats: former, seats: renamed, claims, options: [option('1')] }),
    );
    expect(told(outcome)).toEqual([['reseated', 'A1']]);
  });

  it('gives way to what is promised, then to who was placed first; an option fits whole or not at all', () => {
    const claims = [
      claim('1', 3, { seats: on(former, 'A1', 'A2', 'A3') }),
      claim('2', 2, { seats: on(former, 'B1', 'B2') }),
      claim('3', 2, { seats: on(former, 'B3', 'B4'), counter: 'ordered' }),
    ];
    const options = [option('1'), option('2'), option('3', { state: 'confirmed' })];
    const outcome = changeConfiguration(
      change({ formerSeats: former, seats: newSeats({ X: [4, 'one'] }), claims, options }),
    );
    expect(outcome.options.map(({ fate, unfit }) => [fate, unfit])).toEqual([
      ['unfit', { code: 'room', quantity: 3, free: 2 }],
      ['reseated', null],
      ['reseated', null],
    ]);
    expect(outcome.rows).toEqual([
      { seatCategoryId: 'one', contingentId: 'public', capacity: 4, overbooking: 0, taken: 4 },
    ]);
  });

  it('blocks what is still there, keeps what was sold elsewhere without its seat', () => {
    const claims = [
      claim('block', 2, { source: 'block', counter: 'blocked', seats: on(former, 'A1', 'B1') }),
      claim('sale', 2, { source: 'sale', counter: 'sold', seats: on(former, 'A2', 'B2') }),
    ];
    const outcome = changeConfiguration(
      change({ formerSeats: former, seats: newSeats({ B: [4, 'one'] }), claims }),
    );
    expect(outcome.blocks).toEqual({ places: 2, kept: 1 });
    expect(outcome.sales).toEqual({ places: 2, unseated: 1, unfit: 0 });
    expect(
      outcome.claims.map(({ parts }) => parts.map(({ quantity, seats }) => [quantity, seats?.length])),
    ).toEqual([[[2, 1]], [[1, 1]]]);
  });

  it('leaves options out of reach as they are, or says that they cannot stay', () => {
    const other = (seats: FormerSeat[]) =>
      changeConfiguration(
        change({
          formerSeats: former,
          seats: newSeats({ B: [4, 'one'] }),
          claims: [claim('other', seats.length, { source: 'other', seats })],
        }),
      ).others;
    expect(other(on(former, 'B1', 'B2'))).toEqual({ unfit: 0 });
    expect(other(on(former, 'A1', 'A2'))).toEqual({ unfit: 2 });
  });

  it('says what has no category any more', () => {
    const claims = [claim('1', 2, { seats: on(former, 'C1', 'C2'), seatCategoryId: 'two' })];
    const options = [option('1', { askedCategoryIds: ['two'] })];
    const outcome = changeConfiguration(
      change({ formerSeats: former, seats: newSeats({ A: [4, 'one'] }), claims, options }),
    );
    expect(outcome.options).toMatchObject([{ fate: 'unfit', unfit: { code: 'category' }, askedGone: true }]);
  });
});

describe('a performance that is counted', () => {
  it('takes the pool of its category for what the capacity does not cover, and never for what is promised', () => {
    const base = {
      numbered: false,
      formerRows: [{ seatCategoryId: 'one', contingentId: 'public', capacity: 20 }],
      categories: [{ seatCategoryId: 'one', capacity: 10 }],
      overbooking: { basis: 'capacity' as const, percent: 20 },
      claims: [claim('1', 6), claim('2', 6), claim('3', 1)],
      options: [option('1'), option('2'), option('3')],
    };
    const held = changeConfiguration(change(base));
    expect(held.options.map(({ fate }) => fate)).toEqual(['kept', 'kept', 'unfit']);
    expect(held.categories).toEqual([{ seatCategoryId: 'one', capacity: 10, pool: 2, lent: 2 }]);
    const claims = base.claims.map((each) => ({ ...each, counter: 'ordered' as const }));
    const promised = changeConfiguration(change({ ...base, claims }));
    expect(promised.options.map(({ fate }) => fate)).toEqual(['kept', 'unfit', 'kept']);
  });

  it('never has more taken than there is, whoever holds what', () => {
    const held = fc.record({
      quantity: fc.integer({ min: 1, max: 9 }),
      contingentId: fc.constantFrom('public', 'groups'),
      seatCategoryId: fc.constantFrom('one', 'two'),
      counter: fc.constantFrom('held' as const, 'ordered' as const, 'blocked' as const, 'sold' as const),
    });
    const capacity = fc.nat(40);
    fc.assert(
      fc.property(
        fc.array(held, { maxLength: 12 }),
        capacity,
        capacity,
        fc.constantFrom('quota' as const, 'capacity' as const),
        fc.nat(30),
        fc.boolean(),
        (list, one, two, basis, percent, numbered) => {
          const claims = list.map(({ counter, ...each }, at) => {
            const source =
              counter === 'blocked'
                ? ('block' as const)
                : counter === 'sold'
                  ? ('sale' as const)
                  : ('option' as const);
            return claim(`${at}`, each.quantity, { ...each, counter, source });
          });
          const rows = ['one', 'two'].flatMap((seatCategoryId) =>
            ['public', 'groups'].map((contingentId) => ({ seatCategoryId, contingentId, capacity: 30 })),
          );
          const options = claims.flatMap(({ source, optionId }) =>
            source === 'option' ? [option(optionId ?? '')] : [],
          );
          const outcome = changeConfiguration(
            change({
              numbered,
              ...(numbered ? { seats: newSeats({ A: [one, 'one'], B: [two, 'two'] }) } : {}),
              categories: [
                { seatCategoryId: 'one', capacity: one },
                { seatCategoryId: 'two', capacity: two },
              ],
              formerRows: rows,
              claims,
              options,
              overbooking: { basis, percent },
            }),
          );
          const parts = outcome.claims.flatMap(({ parts }) => parts);
          for (const row of outcome.rows) {
            const own = parts.filter(
              (part) => part.seatCategoryId === row.seatCategoryId && part.contingentId === row.contingentId,
            );
            expect(own.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(row.taken);
            expect(row.taken).toBeLessThanOrEqual(row.capacity + row.overbooking);
          }
          for (const { pool, lent } of outcome.categories) expect(lent).toBeLessThanOrEqual(pool);
          const seats = parts.flatMap((part) => (part.seats ?? []).map(({ id }) => id));
          expect(new Set(seats).size).toBe(seats.length);
        },
      ),
    );
  });
});

describe('what follows for the option', () => {
  const affected = {
    id: '1',
    refusedFrom: null,
    performanceId: 'evening',
    product: null,
    performanceStartsAt: '2027-03-20T19:30:00.000Z',
    placedAt: '2027-01-05T10:00:00.000Z',
    decidedAt: null,
    confirmationDueAt: '2027-02-18T22:59:59.999Z',
    confirmationDueRule: 'agreed',
    endPolicy: 'release' as const,
    graceHours: 0,
    overdueAt: null,
    duePlan: null,
    remindedAt: null,
    timeZone: 'Europe/Paris',
    deadlines: usualDeadlines,
    order: null,
  };
  const places = { id: '1', places: 2, seatsBefore: [], seatsAfter: [], unfit: null, askedGone: false };

  it.each([
    ['placed', 'requested'],
    ['offered', 'waiting'],
    ['confirmed', 'confirmed'],
    ['resumed', 'resumed'],
  ] as const)('%s without a place is %s', (state, after) => {
    const [outcome] = configurationOutcomes([{ ...affected, state }], [{ ...places, fate: 'unfit' }]);
    expect(outcome).toMatchObject({ before: state, after });
    expect(outcome?.due.now).toBe(state === after ? affected.confirmationDueAt : null);
  });

  it('writes to who knows their seats; to the others only what their own request tells', () => {
    const letter = (state: 'placed' | 'refused' | 'requested' | 'confirmed', more = {}) =>
      configurationLetter({ state }, { fate: 'reseated', askedGone: false, ...more });
    expect(letter('confirmed')).toBe('seats');
    expect(letter('confirmed', { fate: 'unnumbered' })).toBe('counted');
    expect(letter('confirmed', { fate: 'kept' })).toBeNull();
    for (const state of ['placed', 'refused', 'requested'] as const) {
      expect(letter(state)).toBeNull();
      expect(letter(state, { askedGone: true })).toBe('asked');
    }
  });
});
