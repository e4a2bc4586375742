import { type CalendarEvent, calendarFile } from '../../rules/letters/calendar-event.ts';
import type { LetterKind, LetterSnapshot } from '../../rules/letters/letter-snapshot.ts';
import { letterFacts } from './letter-facts.ts';
import { wordsOf } from './words/words-of.ts';

/**
 * The calendar file that goes with a confirmation: each performance it is about; null for other kinds and for letters
 * owed before performances were named in them.
 */
export function letterCalendar(kind: LetterKind, snapshot: LetterSnapshot, host: string): string | null {
  const { id } = snapshot.performance;
  if (kind !== 'confirmation' || id === undefined) return null;
  const facts = letterFacts(snapshot);
  const { labels, colon } = wordsOf(snapshot.locale);
  const performances = new Map(
    snapshot.lines.map((line) => [`${line.eventName} ${line.performanceStartsAt}`, line]),
  );
  const several = performances.size > 1;
  const events = [...performances.values()].map(
    (line, at): CalendarEvent => ({
      uid: `option-${snapshot.option.number}-${several ? `${id}-${at + 1}` : id}@${host}`,
      startsAt: line.performanceStartsAt,
      timeZone: line.timeZone,
      summary: line.eventName,
      location: facts.venueName,
      description: [
        facts.organisation.name,
        `${labels.option}${colon}${facts.optionNumber}`,
        `${labels.quantity}${colon}${facts.placesFigure}`,
      ].join('\n'),
    }),
  );
  return calendarFile({ events, language: snapshot.locale, stamp: snapshot.issuedAt });
}

/** What the calendar file is saved as. */
export function calendarName(snapshot: LetterSnapshot): string {
  return `option-${snapshot.option.number}.ics`;
}
