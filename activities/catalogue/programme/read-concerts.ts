import type { FaultReason, Rejection } from './fault.ts';
import { clockOf, dayOf, shiftDay, startOf } from './local-start.ts';
import { type Concert, concert, type Programme } from './programme-file.ts';
import type { ProgrammePerformance } from './programme-reading.ts';
import { type ProgrammeVenue, type VenueMap, venueKey } from './venue-map.ts';

const years = { from: 1900, to: 2199 };

/** A performance before its event is known, with its local day after the shift and its kind of event. */
export type Start = Omit<ProgrammePerformance, 'event'> & { day: string; eventType: string };

/** Reads the concerts of one programme; each ends in exactly one of the two lists. */
export function readConcerts(
  where: string,
  given: Programme,
  venues: VenueMap,
  shiftDays: number,
): { performances: Start[]; rejected: Rejection[] } {
  const performances: Start[] = [];
  const rejected: Rejection[] = [];
  const ranks = new Map<string, number>();
  const seen = new Set<string>();
  if (given.concerts.length === 0)
    rejected.push({ where, reasons: [{ code: 'programme.noConcert', values: {} }] });
  for (const [index, raw] of given.concerts.entries()) {
    const reject = (...reasons: FaultReason[]) =>
      rejected.push({ where: `${where}.concerts[${index}]`, reasons });
    const placed = placeOf(raw, venues, shiftDays);
    if (Array.isArray(placed)) {
      reject(...placed);
      continue;
    }
    const { venue, fileDay, day, eventType } = placed;
    const clock = timeOf(placed.concert, fileDay);
    const dayKey = `${given.id}/${venue.code}/${fileDay}`;
    const identity = `${dayKey}/${typeof clock === 'string' ? clock : index}`;
    if (seen.has(identity)) {
      reject({ code: 'programme.duplicatePerformance', values: {} });
      continue;
    }
    seen.add(identity);
    const rank = (ranks.get(dayKey) ?? 0) + 1; // a concert without a time keeps its rank for the day it gets one
    ranks.set(dayKey, rank);
    if (typeof clock !== 'string') {
      reject(clock);
      continue;
    }
    const { timeZone, code: venueCode } = venue;
    const startsAt = startOf(day, clock, timeZone);
    performances.push({ externalId: `${dayKey}/${rank}`, venueCode, timeZone, startsAt, day, eventType });
  }
  return { performances, rejected };
}

type Placed = { concert: Concert; venue: ProgrammeVenue; fileDay: string; day: string; eventType: string };

/** Where and on which day a concert is, or every reason why it cannot be taken. */
function placeOf(raw: unknown, venues: VenueMap, shiftDays: number): Placed | FaultReason[] {
  const parsed = concert.safeParse(raw);
  if (!parsed.success) {
    const fields = new Set(
      parsed.error.issues.map(({ path }) => (path.length === 0 ? 'concerts' : path.map(String).join('.'))),
    );
    return [...fields].map((field) => ({ code: 'programme.shape', values: { field } }));
  }
  const venue = venues.get(venueKey(parsed.data.Venue));
  const days = daysOf(parsed.data.Date, shiftDays);
  if (venue !== undefined && !('code' in days)) {
    return { concert: parsed.data, venue, ...days, eventType: parsed.data.eventType };
  }
  const reasons: FaultReason[] = [];
  if (venue === undefined)
    reasons.push({ code: 'programme.venueUnknown', values: { venue: parsed.data.Venue } });
  if ('code' in days) reasons.push(days);
  const clock = timeOf(parsed.data, 'code' in days ? parsed.data.Date : days.fileDay);
  if (typeof clock !== 'string') reasons.push(clock);
  return reasons;
}

function daysOf(date: string, shiftDays: number): { fileDay: string; day: string } | FaultReason {
  const fileDay = dayOf(date);
  if (fileDay === null) return { code: 'programme.dateUnreadable', values: { date } };
  if (fileDay === 'not-midnight') return { code: 'programme.dateNotMidnight', values: { date } };
  const day = shiftDay(fileDay, shiftDays);
  const year = /^\d{4}-/.test(day) ? Number(day.slice(0, 4)) : Number.NaN;
  if (year >= years.from && year <= years.to) return { fileDay, day };
  return { code: 'programme.dateRange', values: { date, from: String(years.from), to: String(years.to) } };
}

function timeOf({ Time: time, Venue: venue }: Concert, day: string): string | FaultReason {
  if (time === undefined || time === null || /^\s*(none)?\s*$/i.test(time)) {
    return { code: 'programme.timeMissing', values: { venue, date: day } };
  }
  return clockOf(time) ?? { code: 'programme.timeUnreadable', values: { time, venue, date: day } };
}
