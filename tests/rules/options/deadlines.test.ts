import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { usualDeadlines } from '../../../rules/options/deadline-settings.ts';
import {
  agreedDateFault,
  type ConfirmationDueInput,
  confirmationDueAt,
  earliestOf,
  nextActionAt,
  paymentDueAt,
  refusalDueAt,
} from '../../../rules/options/deadlines.ts';
import { optionStates } from '../../../rules/options/life.ts';
import { holidayCalendars } from '../../../rules/options/public-holidays.ts';
import { lastRungMet, reminderInstants } from '../../../rules/options/reminders.ts';

const hour = 3_600_000;
const zones = [
  'Europe/Paris',
  'Asia/Seoul',
  'America/Denver',
  'Australia/Lord_Howe',
  'America/New_York',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'America/Havana',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
] as const;

/** The seed's own option, placed on Thursday 23-07-2015 with ten days to confirm. */
const seeds: ConfirmationDueInput = {
  placedAt: '2015-07-23T14:00:00.000Z',
  performanceStartsAt: '2016-01-10T19:00:00.000Z',
  timeZone: 'Europe/Paris',
  daysAfterPlacement: 10,
  daysBeforePerformance: null,
  profilePaymentDate: null,
  channelDirectDate: null,
  agreedAt: null,
  currentDueAt: null,
  settings: usualDeadlines,
};

const due = (more: Partial<ConfirmationDueInput> = {}) => {
  const { basis: _basis, ...found } = confirmationDueAt({ ...seeds, ...more });
  return found;
};

const walls = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
  ]),
);

/** The date and time on the wall, told by the platform's own calendar. */
function onTheWall(instant: number, timeZone: (typeof zones)[number]): { date: string; time: string } {
  const [date = '', time = ''] = walls.get(timeZone)!.format(instant).split(' ');
  return { date, time };
}

function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
}

const instants = fc.date({
  min: new Date('2010-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('when an option must be confirmed', () => {
  it('Thursday 23-07-2015 and 10 days is Sunday 02-08-2015, at the end of the day in Paris', () => {
    expect(due()).toEqual({ dueAt: '2015-08-02T21:59:59.999Z', rule: 'after-placement', collides: false });
  });

  it('takes the earliest of its rules', () => {
    const all = {
      daysBeforePerformance: 165,
      profilePaymentDate: '2015-07-30',
      channelDirectDate: '2015-07-31',
    };
    expect(due(all)).toMatchObject({ dueAt: '2015-07-29T21:59:59.999Z', rule: 'before-performance' });
    expect(due({ ...all, daysBeforePerformance: null })).toMatchObject({ rule: 'profile' });
    expect(due({ ...all, daysBeforePerformance: null, profilePaymentDate: null })).toMatchObject({
      dueAt: '2015-07-31T21:59:59.999Z',
      rule: 'channel',
    });
  });

  it('takes the performance when no rule gives a date', () => {
    expect(due({ daysAfterPlacement: null })).toEqual({
      dueAt: '2016-01-10T19:00:00.000Z',
      rule: 'performance',
      collides: false,
    });
  });

  it('never comes after the performance', () => {
    expect(due({ daysAfterPlacement: 366 })).toMatchObject({
      dueAt: '2016-01-10T19:00:00.000Z',
      rule: 'performance',
    });
    expect(due({ daysAfterPlacement: null, daysBeforePerformance: 0 })).toMatchObject({
      rule: 'performance',
    });
  });

  it('leaves the contact the minimum notice', () => {
    expect(due({ daysAfterPlacement: 0 })).toEqual({
      dueAt: '2015-07-24T14:00:00.000Z',
      rule: 'minimum-notice',
      collides: false,
    });
    expect(due({ profilePaymentDate: '2015-01-01' })).toMatchObject({ rule: 'minimum-notice' });
  });

  it('says so when the notice and the performance collide', () => {
    expect(due({ placedAt: '2016-01-10T10:00:00.000Z' })).toEqual({
      dueAt: '2016-01-10T19:00:00.000Z',
      rule: 'performance',
      collides: true,
    });
  });

  it('takes an agreed instant as it is, though never after the performance', () => {
    const agreedAt = '2015-07-23T15:30:00.000Z';
    expect(due({ agreedAt })).toEqual({ dueAt: agreedAt, rule: 'agreed', collides: false });
    expect(due({ agreedAt: '2017-01-01T00:00:00.000Z' })).toMatchObject({ rule: 'performance' });
    expect(due({ agreedAt: seeds.placedAt })).toMatchObject({ rule: 'after-placement' });
    expect(due({ agreedAt, currentDueAt: '2015-09-01T00:00:00.000Z' })).toMatchObject({ rule: 'agreed' });
  });

  it('says what is wrong with an agreed instant', () => {
    const fault = (agreedAt: string) => agreedDateFault(agreedAt, seeds.placedAt, seeds.performanceStartsAt);
    expect(fault(seeds.placedAt)).toBe('deadline.agreedPast');
    expect(fault('2015-07-23T14:00:00.001Z')).toBeNull();
    expect(fault(seeds.performanceStartsAt)).toBeNull();
    expect(fault('2016-01-10T19:00:00.001Z')).toBe('deadline.agreedAfterPerformance');
  });

  it('keeps its due date while that is ahead, else gets a new one', () => {
    const ahead = '2015-07-23T14:00:00.001Z';
    expect(due({ currentDueAt: ahead })).toEqual({ dueAt: ahead, rule: 'kept', collides: false });
    expect(due({ currentDueAt: seeds.placedAt })).toMatchObject({ rule: 'after-placement' });
    expect(due({ currentDueAt: '2018-01-01T00:00:00.000Z' })).toMatchObject({ rule: 'performance' });
    expect(
      due({ currentDueAt: '2015-07-01T00:00:00.000Z', agreedAt: '2015-07-01T00:00:00.000Z' }),
    ).toMatchObject({
      rule: 'after-placement',
    });
  });

  it.each([
    ['Europe/Paris', '2026-03-19T12:00:00.000Z', '2026-03-29T21:59:59.999Z', 'the clocks go forward'],
    ['Europe/Paris', '2026-10-15T12:00:00.000Z', '2026-10-25T22:59:59.999Z', 'the clocks go back'],
    ['Asia/Seoul', '2026-03-19T15:00:00.000Z', '2026-03-30T14:59:59.999Z', 'the next day has begun there'],
    [
      'America/Denver',
      '2026-03-08T05:00:00.000Z',
      '2026-03-18T05:59:59.999Z',
      'it is still the day before there',
    ],
    ['Australia/Lord_Howe', '2026-03-26T00:00:00.000Z', '2026-04-05T13:29:59.999Z', 'half an hour of change'],
    ['Asia/Beirut', '2026-03-18T12:00:00.000Z', '2026-03-28T21:59:59.999Z', 'the next day has no midnight'],
    ['Pacific/Apia', '2011-12-19T12:00:00.000Z', '2011-12-30T09:59:59.999Z', 'the next day does not exist'],
  ])('in %s, placed at %s, due at %s: %s', (timeZone, placedAt, dueAt) => {
    const performanceStartsAt = '2030-01-01T00:00:00.000Z';
    expect(due({ timeZone, placedAt, performanceStartsAt })).toMatchObject({
      dueAt,
      rule: 'after-placement',
    });
  });

  it('accepts an exact instant where a profile or a channel gives one, and nothing else', () => {
    expect(due({ channelDirectDate: '2015-07-29T10:00:00.000Z' })).toMatchObject({
      dueAt: '2015-07-29T10:00:00.000Z',
      rule: 'channel',
    });
    expect(() => due({ profilePaymentDate: '29/07/2015' })).toThrow(RangeError);
  });

  const days = fc.option(fc.integer({ min: 0, max: 400 }));
  const inputs = fc.record({
    placed: instants,
    untilPerformance: fc.integer({ min: -10 * hour, max: 500 * 24 * hour }),
    timeZone: fc.constantFrom(...zones),
    daysAfterPlacement: days,
    daysBeforePerformance: days,
    minimumNoticeHours: fc.integer({ min: 0, max: 100 }),
    dueDays: fc.constantFrom('calendar' as const, 'working' as const),
    publicHolidays: fc.constantFrom(...holidayCalendars),
    weekendShift: fc.constantFrom('none' as const, 'next' as const, 'previous' as const),
  });

  it('ends the right day at its last millisecond, in every zone and across every change of clocks', () => {
    fc.assert(
      fc.property(inputs, ({ placed, timeZone, daysAfterPlacement }) => {
        const found = due({
          placedAt: placed.toISOString(),
          performanceStartsAt: '2040-01-01T00:00:00.000Z',
          timeZone,
          daysAfterPlacement: (daysAfterPlacement ?? 0) + 3,
        });
        expect(found.rule).toBe('after-placement');
        const end = Date.parse(found.dueAt);
        expect(onTheWall(end, timeZone).time).toBe('23:59:59');
        expect(onTheWall(end + 1, timeZone).date > onTheWall(end, timeZone).date).toBe(true);
        const wanted = daysLater(onTheWall(placed.getTime(), timeZone).date, (daysAfterPlacement ?? 0) + 3);
        if (!(timeZone === 'Pacific/Apia' && wanted === '2011-12-30')) {
          expect(onTheWall(end, timeZone).date).toBe(wanted);
        }
      }),
    );
  });

  it('lies between the notice and the performance, whatever the rules', () => {
    fc.assert(
      fc.property(inputs, ({ placed, untilPerformance, ...rules }) => {
        const placedAt = placed.toISOString();
        const start = placed.getTime() + untilPerformance;
        const settings = { ...usualDeadlines, ...rules };
        const performanceStartsAt = new Date(start).toISOString();
        const found = due({ ...rules, placedAt, performanceStartsAt, settings });
        const floor = placed.getTime() + rules.minimumNoticeHours * hour;
        const at = Date.parse(found.dueAt);
        expect(at).toBeLessThanOrEqual(start);
        expect(at).toBeGreaterThanOrEqual(Math.min(floor, start));
        expect(found.collides).toBe(floor > start);
        expect(found.dueAt).toBe(new Date(at).toISOString());
      }),
    );
  });

  it('never comes earlier for a later placement or for more days', () => {
    const later = fc.integer({ min: 0, max: 30 * 24 * hour });
    fc.assert(
      fc.property(inputs, later, fc.integer({ min: 0, max: 20 }), ({ placed, ...rules }, ms, more) => {
        const settings = { ...usualDeadlines, ...rules };
        const performanceStartsAt = new Date(placed.getTime() + rules.untilPerformance).toISOString();
        const base = { ...rules, performanceStartsAt, settings };
        const days = rules.daysAfterPlacement ?? 0;
        const at = (instant: number, daysAfterPlacement: number) =>
          due({ ...base, placedAt: new Date(instant).toISOString(), daysAfterPlacement }).dueAt;
        expect(at(placed.getTime(), days) <= at(placed.getTime() + ms, days)).toBe(true);
        expect(at(placed.getTime(), days) <= at(placed.getTime(), days + more)).toBe(true);
      }),
    );
  });

  it('never moves later when a rule is added', () => {
    fc.assert(
      fc.property(inputs, ({ placed, untilPerformance, ...rules }) => {
        const performanceStartsAt = new Date(placed.getTime() + untilPerformance).toISOString();
        const settings = { ...usualDeadlines, ...rules };
        const base = { ...rules, placedAt: placed.toISOString(), performanceStartsAt, settings };
        const fewer = due({ ...base, daysBeforePerformance: null });
        expect(due(base).dueAt <= fewer.dueAt).toBe(true);
      }),
    );
  });
});

describe('when an order must be paid', () => {
  const payment = (more: Partial<Parameters<typeof paymentDueAt>[0]> = {}) =>
    paymentDueAt({
      profilePaymentDate: null,
      confirmationDueAt: '2015-08-02T21:59:59.999Z',
      confirmedAt: '2015-07-28T09:00:00.000Z',
      performanceStartsAt: seeds.performanceStartsAt,
      timeZone: 'Europe/Paris',
      minimumNoticeHours: 24,
      agreedAt: null,
      ...more,
    });

  it('is the profile’s payment date, else the option’s due date', () => {
    expect(payment()).toEqual({ dueAt: '2015-08-02T21:59:59.999Z', rule: 'confirmation' });
    expect(payment({ profilePaymentDate: '2015-09-15' })).toEqual({
      dueAt: '2015-09-15T21:59:59.999Z',
      rule: 'profile',
    });
    expect(payment({ confirmationDueAt: null })).toMatchObject({ rule: 'performance' });
  });

  it('leaves the minimum notice, but never goes past the performance', () => {
    expect(payment({ confirmationDueAt: '2015-07-28T08:00:00.000Z' })).toEqual({
      dueAt: '2015-07-29T09:00:00.000Z',
      rule: 'minimum-notice',
    });
    expect(payment({ confirmedAt: '2016-01-10T12:00:00.000Z' })).toEqual({
      dueAt: seeds.performanceStartsAt,
      rule: 'performance',
    });
  });

  it('takes an agreed instant', () => {
    expect(payment({ agreedAt: '2015-07-28T10:00:00.000Z' })).toMatchObject({ rule: 'agreed' });
  });

  it('is the earliest for several options in one order', () => {
    const dates = [{ dueAt: '2015-09-01T00:00:00.000Z' }, { dueAt: '2015-08-01T00:00:00.000Z' }];
    expect(earliestOf(dates)).toEqual({ dueAt: '2015-08-01T00:00:00.000Z' });
    expect(earliestOf([])).toBeNull();
  });
});

describe('what time does next', () => {
  const placed = {
    state: 'placed' as const,
    endPolicy: 'release' as const,
    confirmationDueAt: '2015-08-02T21:59:59.999Z',
    overdueFlaggedAt: null,
    performanceStartsAt: seeds.performanceStartsAt,
    graceHours: 0,
    reminders: [],
    remindedAt: null,
    refusalDueAt: null,
    expiresAt: null,
  };

  it('releases at the due date, or after the grace', () => {
    expect(nextActionAt(placed)).toEqual({ at: '2015-08-02T21:59:59.999Z', duty: 'lapse' });
    expect(nextActionAt({ ...placed, graceHours: 48 })).toEqual({
      at: '2015-08-04T21:59:59.999Z',
      duty: 'lapse',
    });
  });

  it('flags once as overdue, then releases when the performance starts', () => {
    const flag = { ...placed, endPolicy: 'flag' as const, graceHours: 1 };
    expect(nextActionAt(flag)).toEqual({ at: '2015-08-02T22:59:59.999Z', duty: 'flag-overdue' });
    expect(nextActionAt({ ...flag, overdueFlaggedAt: '2015-08-02T22:59:59.999Z' })).toEqual({
      at: seeds.performanceStartsAt,
      duty: 'lapse',
    });
  });

  it('does not wait for the grace beyond the start of the performance', () => {
    for (const endPolicy of ['flag', 'release'] as const) {
      expect(nextActionAt({ ...placed, endPolicy, graceHours: 24 * 400 })).toEqual({
        at: seeds.performanceStartsAt,
        duty: 'lapse',
      });
      expect(nextActionAt({ ...placed, endPolicy, confirmationDueAt: seeds.performanceStartsAt })).toEqual({
        at: seeds.performanceStartsAt,
        duty: 'lapse',
      });
      expect(nextActionAt({ ...placed, endPolicy, confirmationDueAt: null })).toEqual({
        at: seeds.performanceStartsAt,
        duty: 'lapse',
      });
    }
  });

  it('waits for nothing in any other state', () => {
    for (const state of optionStates.filter((other) => other !== 'placed')) {
      expect(nextActionAt({ ...placed, state })).toBeNull();
    }
  });

  it('ends a request, or a waiting option, when its last performance starts', () => {
    const at = seeds.performanceStartsAt;
    for (const state of ['requested', 'waiting'] as const)
      expect(nextActionAt({ ...placed, state, expiresAt: at })).toEqual({ at, duty: 'expire' });
    expect(nextActionAt({ ...placed, state: 'confirmed', expiresAt: at })).toBeNull();
  });

  it('validates a refusal when its time has come', () => {
    const at = '2015-08-10T21:59:59.999Z';
    expect(nextActionAt({ ...placed, state: 'refused', refusalDueAt: at })).toEqual({
      at,
      duty: 'confirm-refusal',
    });
    const refused = (refusalDays: number | null, at = '2015-07-24T10:00:00.000Z') =>
      refusalDueAt(at, { ...usualDeadlines, refusalDays }, seeds.performanceStartsAt, 'Europe/Paris');
    expect(refused(3)).toBe('2015-07-27T21:59:59.999Z');
    expect([refused(null), refused(366)]).toEqual([seeds.performanceStartsAt, seeds.performanceStartsAt]);
    expect(refused(3, seeds.performanceStartsAt)).toBeNull();
  });

  it('reminds once a rung before the due date, at nine in the morning, and never of what was just told', () => {
    const ladder = (days: number[], setAt = seeds.placedAt, timeZone = 'Europe/Paris') =>
      reminderInstants(placed.confirmationDueAt, days, timeZone, setAt);
    expect(ladder([1, 3, 3, 0])).toEqual([
      '2015-07-30T07:00:00.000Z',
      '2015-08-01T07:00:00.000Z',
      '2015-08-02T07:00:00.000Z',
    ]);
    expect(ladder([10, 9])).toEqual(['2015-07-24T07:00:00.000Z'].slice(1));
    const story = { ...placed, reminders: ladder([3, 1]) };
    const [first = '', second = ''] = story.reminders;
    expect(nextActionAt(story)).toEqual({ at: first, duty: 'remind' });
    expect(nextActionAt({ ...story, remindedAt: first })).toEqual({ at: second, duty: 'remind' });
    expect(nextActionAt({ ...story, remindedAt: second })).toEqual(nextActionAt(placed));
    expect(nextActionAt({ ...story, endPolicy: 'flag', overdueFlaggedAt: second })?.duty).toBe('lapse');
    expect(lastRungMet(story.reminders, first, second)).toBe(second);
    expect(lastRungMet(story.reminders, first, first)).toBe(first);
  });

  it('reminds by day in every zone, in order, each time later, and before the date', () => {
    const rungs = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 6 });
    fc.assert(
      fc.property(instants, rungs, fc.constantFrom(...zones), (dueDate, days, timeZone) => {
        const dueAt = dueDate.toISOString();
        const setAt = new Date(dueDate.getTime() - 60 * 24 * hour).toISOString();
        const found = reminderInstants(dueAt, days, timeZone, setAt);
        for (const at of found) expect(onTheWall(Date.parse(at), timeZone).time).toBe('09:00:00');
        expect(found).toEqual([...new Set(found)].sort());
        expect(found.every((at) => at < dueAt && at > setAt)).toBe(true);
        expect(found.length).toBeLessThanOrEqual(new Set(days).size);
      }),
    );
  });

  it('ends by itself: every duty done is followed by a later one, and the last one lapses', () => {
    const stories = fc.record({
      endPolicy: fc.constantFrom('flag' as const, 'release' as const),
      due: fc.option(fc.integer({ min: -1000, max: 1000 })),
      graceHours: fc.integer({ min: 0, max: 720 }),
    });
    fc.assert(
      fc.property(stories, ({ endPolicy, due: dueHours, graceHours }) => {
        const start = Date.parse(seeds.performanceStartsAt);
        const confirmationDueAt =
          dueHours === null ? null : new Date(Math.min(start, start + dueHours * hour)).toISOString();
        const story = { ...placed, endPolicy, confirmationDueAt, graceHours };
        const first = nextActionAt(story);
        expect(first).not.toBeNull();
        if (first?.duty !== 'flag-overdue') {
          expect(first?.duty).toBe('lapse');
          return;
        }
        const second = nextActionAt({ ...story, overdueFlaggedAt: first.at });
        expect(second).toEqual({ at: seeds.performanceStartsAt, duty: 'lapse' });
        expect(first.at < seeds.performanceStartsAt).toBe(true);
      }),
    );
  });
});
