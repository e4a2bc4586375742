import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  clockOf,
  dayOf,
  isTimeZone,
  shiftDay,
  startOf,
} from '../../../activities/catalogue/programme/local-start.ts';
import { readProgramme } from '../../../activities/catalogue/programme/read-nyphil.ts';
import { concert, file, programme, sampleVenues } from './support/sample.ts';

const zones = [
  'America/New_York',
  'America/Denver',
  'Asia/Seoul',
  'Europe/Paris',
  'Australia/Lord_Howe',
  'UTC',
];
const day = fc
  .integer({ min: 0, max: 70_000 })
  .map((days) => Temporal.PlainDate.from('1950-01-01').add({ days }).toString());
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

/** A clock time as the file writes it. */
function written(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'AM' : 'PM'}`;
}

/** A day as the file writes it. */
function midnightInNewYork(given: string): string {
  return Temporal.PlainDate.from(given).toZonedDateTime('America/New_York').toInstant().toString();
}

describe('the clock of a venue', () => {
  it('shows the given day and time at the start, but for an hour that the clock skips', () => {
    fc.assert(
      fc.property(day, clock, fc.constantFrom(...zones), (date, time, zone) => {
        const local = Temporal.Instant.from(startOf(date, time, zone))
          .toZonedDateTimeISO(zone)
          .toPlainDateTime();
        const meant = Temporal.PlainDateTime.from(`${date}T${time}`);
        const later = meant.until(local).total('minutes');
        const exists = meant
          .toZonedDateTime(zone, { disambiguation: 'earlier' })
          .toPlainDateTime()
          .equals(meant);
        expect(later).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(exists ? 0 : 60);
      }),
    );
  });

  it('keeps weekday and local time under any shift of whole weeks', () => {
    fc.assert(
      fc.property(day, clock, fc.integer({ min: -500, max: 500 }), (date, time, weeks) => {
        const text = file(
          programme('a', [
            concert(midnightInNewYork(date), written(time), 'Seoul Arts Center (Concert Hall)'),
          ]),
        );
        const { performances } = readProgramme(text, { venues: sampleVenues, shiftDays: weeks * 7 });
        const start = performances[0]?.startsAt ?? '';
        const local = Temporal.Instant.from(start).toZonedDateTimeISO('Asia/Seoul');
        expect(local.dayOfWeek).toBe(Temporal.PlainDate.from(date).dayOfWeek);
        expect(local.toPlainDate().toString()).toBe(shiftDay(date, weeks * 7));
      }),
    );
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(day, clock, (date, time) => {
        expect(dayOf(midnightInNewYork(date))).toBe(date);
        expect(clockOf(written(time))).toBe(time);
      }),
    );
  });

  it('refuses what is no time and no zone', () => {
    for (const time of ['', 'None', '13:00PM', '0:30AM', '7:60PM', '19:30', '7PM', 'x7:30PM'])
      expect(clockOf(time)).toBeNull();
    for (const zone of ['', 'Paris', '+02:00', 'Europe/Nowhere', 'Etc/../x'])
      expect(isTimeZone(zone)).toBe(false);
    for (const zone of zones) expect(isTimeZone(zone)).toBe(true);
  });
});
