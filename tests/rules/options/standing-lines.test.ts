import { describe, expect, it } from '@jest/globals';
import {
  cancelReach,
  firstMoved,
  firstStanding,
  type ProductStanding,
  placesAt,
  type StandingLine,
  type StandingOption,
  type StandingPerformance,
} from '../../../rules/options/standing-lines.ts';

const at = (performanceId: string, day: number, cancelled = false): StandingPerformance => ({
  performanceId,
  startsAt: `2027-03-${day}T19:30:00.000Z`,
  timeZone: 'Europe/Paris',
  cancelled,
});
const [monday, tuesday, friday] = [at('monday', 15), at('tuesday', 16), at('friday', 19)];

const line = (productLineId: string, more: Partial<StandingLine> = {}): StandingLine => ({
  productLineId,
  role: 'mandatory',
  at: monday,
  quantity: 4,
  elsewhere: false,
  ...more,
});

const product = (lines: readonly StandingLine[], more: Partial<ProductStanding> = {}): ProductStanding => ({
  kind: 'season-ticket',
  holds: true,
  lines,
  daysAfterPlacement: null,
  daysBeforePerformance: null,
  ...more,
});

const option = (
  lines: readonly StandingLine[],
  more: Partial<ProductStanding> = {},
  of: Partial<StandingOption> = {},
): StandingOption => ({
  state: more.holds === false ? 'requested' : 'placed',
  refusedFrom: null,
  insured: false,
  product: product(lines, more),
  ...of,
});

const guest = (more: Partial<StandingLine> = {}) => line('guest', { role: 'optional', at: tuesday, ...more });

describe('the cancellation of a performance', () => {
  it('reaches all of an option on seats', () => {
    expect(cancelReach({ ...option([]), product: null }, 'monday')).toBe('whole');
  });

  it('reaches a whole season ticket or package by a mandatory line, and a part of it by another', () => {
    const lines = [line('opening'), guest()];
    for (const kind of ['season-ticket', 'package'] as const) {
      expect(cancelReach(option(lines, { kind }), 'monday')).toBe('whole');
      expect(cancelReach(option(lines, { kind }), 'tuesday')).toBe('part');
    }
    expect(cancelReach(option(lines, { kind: 'service' }), 'monday')).toBe('part');
  });

  it('takes an extra choice alone, whatever line it is of', () => {
    const lines = [line('choice'), line('choice', { at: tuesday })];
    expect(cancelReach(option(lines), 'tuesday')).toBe('part');
    expect(cancelReach(option(lines), 'monday')).toBe('whole');
  });

  it('reaches all where nothing else stands: no line that takes place, or companions only', () => {
    const nothing = line('opening', { at: null, quantity: 0 });
    expect(cancelReach(option([nothing, guest()]), 'tuesday')).toBe('whole');
    const gone = line('opening', { at: { ...monday, cancelled: true } });
    expect(cancelReach(option([gone, guest()]), 'tuesday')).toBe('whole');
    const visit = [line('visit', { at: tuesday }), line('guide', { role: 'companion' })];
    expect(cancelReach(option(visit, { kind: 'visit' }), 'tuesday')).toBe('whole');
  });

  it('reaches the whole of an insured order', () => {
    expect(cancelReach(option([line('opening'), guest()], {}, { insured: true }), 'tuesday')).toBe('whole');
  });

  it('leaves a request that may have its line elsewhere, and ends one that may not', () => {
    const lines = (elsewhere: boolean) => [line('opening', { elsewhere }), guest()];
    expect(cancelReach(option(lines(true), { holds: false }), 'monday')).toBe('part');
    expect(cancelReach(option(lines(false), { holds: false }), 'monday')).toBe('whole');
    expect(cancelReach(option([line('opening', { elsewhere: true })], { holds: false }), 'monday')).toBe(
      'whole',
    );
  });

  it('reaches a pending refusal as far as the placement it came from', () => {
    const lines = [line('opening', { elsewhere: true }), guest()];
    const refused = (refusedFrom: 'requested' | 'placed') =>
      cancelReach(option(lines, { holds: false }, { state: 'refused', refusedFrom }), 'monday');
    expect([refused('placed'), refused('requested')]).toEqual(['whole', 'part']);
  });
});

describe('the performance a product stands for', () => {
  it('is the earliest that takes place', () => {
    const lines = [line('a', { at: friday }), line('b', { at: tuesday }), line('c', { at: null })];
    expect(firstStanding(lines)).toEqual(tuesday);
    expect(firstStanding([...lines, line('d', { at: at('monday', 15, true) })])).toEqual(tuesday);
    expect(firstStanding([line('c', { at: null })])).toBeNull();
  });

  it('counts its places there, which a request has none of', () => {
    const lines = [line('a'), line('b', { quantity: 2 }), guest()];
    const placesOn = (held: ReturnType<typeof product> | null) =>
      placesAt({ product: held, placedQuantity: 9 }, 'monday');
    expect(placesOn(product(lines))).toBe(6);
    expect(placesOn(product(lines, { holds: false }))).toBe(0);
    expect(placesOn(null)).toBe(9);
  });

  it('is another when one moves before it, or it moves behind one; the dates follow then only', () => {
    const ticket = {
      product: product([line('a', { at: monday }), line('b', { at: friday })]),
      performanceId: 'monday',
      performanceStartsAt: monday.startsAt,
      timeZone: 'Europe/Paris',
    };
    const moved = (performanceId: string, day: number) => {
      const { startsAt, timeZone } = at(performanceId, day);
      return firstMoved(ticket, new Map([[performanceId, { startsAt, timeZone }]]));
    };
    const told = (performanceId: string, day: number, follows: boolean) => ({
      performanceId,
      startsAt: at(performanceId, day).startsAt,
      timeZone: 'Europe/Paris',
      follows,
    });
    expect(moved('friday', 26)).toEqual(told('monday', 15, false));
    expect(moved('friday', 12)).toEqual(told('friday', 12, true));
    expect(moved('monday', 17)).toEqual(told('monday', 17, true));
    expect(moved('monday', 26)).toEqual(told('friday', 19, true));
  });
});
