import { describe, expect, it } from '@jest/globals';
import { type CalendarEvent, calendarFile } from '../../../rules/letters/calendar-event.ts';

const event: CalendarEvent = {
  uid: 'option-21-p1@placet.test',
  startsAt: '2016-01-10T19:00:00.000Z',
  timeZone: 'Europe/Paris',
  summary: 'L’Été; en pente, douce\\',
  location: 'Grande salle',
  description: 'Option n° 21\nPlaces : 19',
};
const file = (events: CalendarEvent[]) =>
  calendarFile({ events, language: 'fr', stamp: '2015-12-21T09:12:04.000Z' });
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file', () => {
  it('says when on the venue’s clock, with the offset of that day', () => {
    const lines = unfolded(file([event]));
    expect(lines.slice(0, 5)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Placet//Letters//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
    ]);
    expect(lines).toContain('DTSTART;TZID=Europe/Paris:20160110T200000');
    expect(lines).toContain('TZOFFSETTO:+0100');
    expect(lines).toContain('DTSTAMP:20151221T091204Z');
    expect(lines).toContain('UID:option-21-p1@placet.test');
    expect(unfolded(file([{ ...event, startsAt: '2016-07-10T18:00:00.000Z' }]))).toContain(
      'TZOFFSETTO:+0200',
    );
  });

  it('tells both clocks when its performances stand on either side of a change', () => {
    const lines = unfolded(file([event, { ...event, startsAt: '2016-07-10T18:00:00.000Z' }]));
    expect(lines.filter((line) => line.startsWith('TZID:'))).toEqual([
      'TZID:Europe/Paris+0100',
      'TZID:Europe/Paris+0200',
    ]);
    expect(lines).toContain('DTSTART;TZID=Europe/Paris+0200:20160710T200000');
  });

  it('escapes what people wrote', () => {
    const lines = unfolded(file([event]));
    expect(lines).toContain('SUMMARY;LANGUAGE=fr:L’Été\\; en pente\\, douce\\\\');
    expect(lines).toContain('DESCRIPTION;LANGUAGE=fr:Option n° 21\\nPlaces : 19');
  });

  it('folds long lines at 75 octets, never inside a character, and is the same bytes again', () => {
    const long = { ...event, summary: '👩🏽‍🎤é'.repeat(40) };
    const text = file([long]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
    expect(unfolded(text)).toContain(`SUMMARY;LANGUAGE=fr:${long.summary}`);
    expect(file([long])).toBe(text);
  });
});
