import { describe, expect, it } from '@jest/globals';
import { usualDeadlines } from '../../../rules/options/deadline-settings.ts';
import {
  type AffectedOption,
  cancelOutcomes,
  datesFollow,
  dueOnceTold,
  moveOutcomes,
} from '../../../rules/options/performance-change.ts';

const now = '2027-01-10T10:00:00.000Z';

const placed = (more: Partial<AffectedOption> = {}): AffectedOption => ({
  id: 'one',
  state: 'placed',
  refusedFrom: null,
  performanceId: 'evening',
  product: null,
  performanceStartsAt: '2027-03-20T19:30:00.000Z',
  placedAt: '2027-01-05T10:00:00.000Z',
  decidedAt: null,
  confirmationDueAt: '2027-02-18T22:59:59.999Z',
  confirmationDueRule: 'before-performance',
  endPolicy: 'release',
  graceHours: 0,
  overdueAt: null,
  duePlan: null,
  remindedAt: null,
  timeZone: 'Europe/Paris',
  deadlines: usualDeadlines,
  order: null,
  ...more,
});

const moved = (option: AffectedOption, startsAt: string) => {
  const move = { startsAt, timeZone: 'Europe/Paris', daysAfterPlacement: null, daysBeforePerformance: 30 };
  return moveOutcomes([option], new Map([['evening', move]]), now)[0]!;
};

describe('due dates of a performance that moves', () => {
  it('are postponed at once', () => {
    expect(moved(placed(), '2027-03-27T19:30:00.000Z').due).toMatchObject({
      now: '2027-02-25T22:59:59.999Z',
      told: null,
    });
  });

  it('are brought forward by the letter only', () => {
    expect(moved(placed(), '2027-03-13T19:30:00.000Z').due).toMatchObject({
      now: '2027-02-18T22:59:59.999Z',
      told: { dueAt: '2027-02-11T22:59:59.999Z', rule: 'before-performance' },
    });
  });

  it('never lie after the performance, and leave until the end of the next day', () => {
    expect(moved(placed(), '2027-01-20T19:30:00.000Z').due).toMatchObject({
      now: '2027-01-20T19:30:00.000Z',
      rule: 'performance',
      told: { dueAt: '2027-01-11T22:59:59.999Z' },
    });
  });

  it('are counted as the house counts, and take their reminders along', () => {
    const working = { ...usualDeadlines, dueDays: 'working' as const, reminderDays: [7] };
    const option = placed({ deadlines: working, remindedAt: now });
    const { due } = moved(option, '2027-05-20T19:30:00.000Z');
    // thirty working days before Thursday 20 May: 6 and 17 May are off
    expect(due).toMatchObject({ now: '2027-04-06T21:59:59.999Z', basis: { days: 30, unit: 'working' } });
    const basis = due.basis ?? null;
    expect(datesFollow(option, { dueAt: due.now, basis }, '2027-05-20T19:30:00.000Z', now)).toEqual({
      overdueAt: null,
      duePlan: { basis, reminders: ['2027-03-30T07:00:00.000Z'] },
      remindedAt: null,
      nextActionAt: '2027-03-30T07:00:00.000Z',
    });
  });

  it('stay where they were agreed', () => {
    const agreed = placed({ confirmationDueRule: 'agreed' });
    expect(moved(agreed, '2027-03-27T19:30:00.000Z').due).toMatchObject({
      now: agreed.confirmationDueAt,
      told: null,
    });
  });

  it('move alike for a pending refusal and the placement it came from', () => {
    const refused = placed({ state: 'refused', refusedFrom: 'placed' });
    for (const startsAt of [
      '2027-03-27T19:30:00.000Z',
      '2027-03-13T19:30:00.000Z',
      '2027-01-20T19:30:00.000Z',
    ])
      expect(moved(refused, startsAt).due).toEqual(moved(placed(), startsAt).due);
  });

  it('stay where another performance of a product is the first, and follow when the first is another', () => {
    const first = { performanceId: 'first', startsAt: '2027-03-20T19:30:00.000Z' };
    const place = { timeZone: 'Europe/Paris', cancelled: false };
    const line = (at: typeof first) => ({
      productLineId: at.performanceId,
      role: 'mandatory' as const,
      at: { ...at, ...place },
      quantity: 2,
      elsewhere: false,
    });
    const second = { performanceId: 'evening', startsAt: '2027-03-27T19:30:00.000Z' };
    const option = placed({
      ...first,
      product: {
        kind: 'package',
        holds: true,
        lines: [line(first), line(second)],
        daysAfterPlacement: null,
        daysBeforePerformance: 30,
      },
    });
    const later = moved(option, '2027-04-10T19:30:00.000Z');
    expect(later.first).toEqual(first);
    expect(later.due).toMatchObject({ before: later.due.now, told: null });
    const order = {
      id: 'o',
      paymentDueAt: '2027-02-18T22:59:59.999Z',
      paymentDueRule: 'confirmation',
      mixed: false,
      insured: false,
    };
    const paid = { state: 'confirmed' as const, decidedAt: '2027-01-06T10:00:00.000Z', order };
    const validated = { ...option, ...paid };
    expect(moved(validated, '2027-04-10T19:30:00.000Z').payment).toMatchObject({
      now: order.paymentDueAt,
      told: null,
    });
    expect(moved(validated, '2027-02-10T19:30:00.000Z').payment.now).toBe('2027-02-10T19:30:00.000Z');
    const earlier = moved(option, '2027-03-13T19:30:00.000Z');
    expect(earlier.first).toEqual({ ...second, startsAt: '2027-03-13T19:30:00.000Z' });
    expect(earlier.due).toMatchObject({
      now: '2027-02-18T22:59:59.999Z',
      told: { dueAt: '2027-02-11T22:59:59.999Z', rule: 'before-performance' },
    });
  });

  it('follow in the order when all its options do, and are only capped when it holds others', () => {
    const order = {
      id: 'o',
      paymentDueAt: '2027-02-18T22:59:59.999Z',
      paymentDueRule: 'confirmation',
      insured: false,
    };
    const confirmed = (mixed: boolean) =>
      placed({ state: 'confirmed', decidedAt: '2027-01-06T10:00:00.000Z', order: { ...order, mixed } });
    const later = '2027-03-27T19:30:00.000Z';
    expect(moved(confirmed(false), later).payment.now).toBe('2027-02-25T22:59:59.999Z');
    expect(moved(confirmed(true), later).payment.now).toBe('2027-02-18T22:59:59.999Z');
    expect(moved(confirmed(true), '2027-02-01T19:30:00.000Z').payment).toMatchObject({
      now: '2027-02-01T19:30:00.000Z',
      told: null,
    });
  });
});

describe('a date once told', () => {
  it('leaves the minimum notice after the sending, and brings nothing back', () => {
    const [told, current] = ['2027-01-12T22:59:59.999Z', '2027-01-20T19:30:00.000Z'];
    expect(dueOnceTold(told, current, '2027-01-10T11:00:00.000Z', usualDeadlines)).toBe(told);
    expect(dueOnceTold(told, current, '2027-01-12T12:00:00.000Z', usualDeadlines)).toBe(
      '2027-01-13T12:00:00.000Z',
    );
    expect(dueOnceTold(told, current, '2027-01-20T12:00:00.000Z', usualDeadlines)).toBeNull();
  });
});

describe('a cancelled performance', () => {
  it('ends every live option, and leaves those at their end and those that are sold', () => {
    const states = ['requested', 'placed', 'refused', 'waiting', 'offered', 'confirmed', 'firm'] as const;
    const over = ['resumed', 'lapsed', 'declined', 'withdrawn', 'cancelled'] as const;
    const outcomes = cancelOutcomes(
      [...states, ...over].map((state) => placed({ id: state, state })),
      'evening',
    );
    expect(outcomes.map(({ before, after }) => [before, after])).toEqual(
      states.map((state) => [state, 'cancelled']),
    );
  });
});
