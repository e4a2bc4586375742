import { describe, expect, it } from '@jest/globals';
import { boundsOf, dayOf, stepped, weeksAround } from '../../admin-ui/performances/calendar-days.ts';

describe('the days of a calendar', () => {
  it('are whole weeks from Monday to Sunday', () => {
    const month = weeksAround('2026-12-10', 'month');
    expect(month).toHaveLength(5);
    expect(month[0]?.[0]).toBe('2026-11-30');
    expect(month.at(-1)?.at(-1)).toBe('2027-01-03');
    expect(weeksAround('2026-12-10', 'week')).toEqual([
      ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-12', '2026-12-13'],
    ]);
    expect(weeksAround('2027-02-10', 'month').map((week) => week[0])).toEqual([
      '2027-02-01',
      '2027-02-08',
      '2027-02-15',
      '2027-02-22',
    ]);
  });

  it('step from month to month and from week to week', () => {
    expect(stepped('2027-01-31', 'month', 1)).toBe('2027-02-28');
    expect(stepped('2027-01-01', 'week', -1)).toBe('2026-12-25');
  });

  it('are those of the clock of the venue', () => {
    expect(dayOf('2026-12-10T01:30:00.000Z', 'America/New_York')).toBe('2026-12-09');
    expect(dayOf('2026-12-10T23:30:00.000Z', 'Europe/Paris')).toBe('2026-12-11');
    const { startsAt_gte: from, startsAt_lte: to } = boundsOf(weeksAround('2026-12-10', 'week'));
    expect([from, to]).toEqual(['2026-12-06T00:00:00.000Z', '2026-12-15T00:00:00.000Z']);
  });
});
