/** A performance as a calendar takes it. */
export interface CalendarEvent {
  /** The same for the same performance of the same option, however often it is told. */
  uid: string;
  /** An instant (ISO, UTC). */
  startsAt: string;
  /** IANA zone of the venue. */
  timeZone: string;
  summary: string;
  location: string;
  description: string;
}

/**
 * A calendar file (RFC 5545, METHOD:PUBLISH) of performances: each on its venue's clock, with the zone's offset at that
 * moment. No end is told, since nobody recorded one: a calendar shows the start. The same events give the same bytes.
 * @param told.stamp when it was written (ISO, UTC); its second numbers the edition, so that a later one replaces it.
 * @throws RangeError when an instant or a time zone is not one.
 */
export function calendarFile({
  events,
  language,
  stamp,
}: {
  events: readonly CalendarEvent[];
  language: string;
  stamp: string;
}): string {
  const zoneOf = zoneNames(events);
  const zones = new Map(events.map((event) => [zoneOf(event), event]));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Placet//Letters//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...[...zones].flatMap(([name, event]) => zoneLines(name, event)),
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escaped(event.uid)}`,
      `DTSTAMP:${utc(stamp)}`,
      `SEQUENCE:${Math.floor(Date.parse(stamp) / 1_000) % 2_147_483_647}`,
      `DTSTART;TZID=${zoneOf(event)}:${local(event.startsAt, event.timeZone)}`,
      `SUMMARY;LANGUAGE=${language}:${escaped(event.summary)}`,
      `LOCATION;LANGUAGE=${language}:${escaped(event.location)}`,
      `DESCRIPTION;LANGUAGE=${language}:${escaped(event.description)}`,
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/**
 * What a zone is called in the file: by its own name, which calendars know; performances on either side of a change of
 * clock need two definitions, and then two names.
 */
function zoneNames(events: readonly CalendarEvent[]): (event: CalendarEvent) => string {
  const offsets = Map.groupBy(events, ({ timeZone }) => timeZone);
  return ({ startsAt, timeZone }) => {
    const offset = offsetOf(startsAt, timeZone);
    const same =
      offsets.get(timeZone)?.every((event) => offsetOf(event.startsAt, timeZone) === offset) ?? true;
    return same ? timeZone : `${timeZone}${offset}`;
  };
}

/** What the zone's clock shows at the performance: all that this file needs to know of the zone. */
function zoneLines(name: string, event: CalendarEvent): string[] {
  const offset = offsetOf(event.startsAt, event.timeZone);
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
}

/** `+0100`. */
function offsetOf(instant: string, timeZone: string): string {
  const named = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '00', minutes = '00'] = /GMT([+-])(\d\d):(\d\d)/.exec(named ?? '') ?? [];
  return `${sign}${hours}${minutes}`;
}

function local(instant: string, timeZone: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return `${part('year')}${part('month')}${part('day')}T${part('hour')}${part('minute')}${part('second')}`;
}

function utc(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A TEXT value (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '\\n')
    .replace(/[\p{Cc}]/gu, '');
}

/** At most 75 octets a line, never cut inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    if (bytes(piece) + bytes(character) > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].join('\r\n ');
}
