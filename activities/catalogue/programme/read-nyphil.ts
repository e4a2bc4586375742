import { checkJson } from './check-json.ts';
import { eventTitle } from './event-title.ts';
import { type FaultCode, type FaultReason, type Rejection, UnreadableInput } from './fault.ts';
import { type Programme, programme, programmeFile } from './programme-file.ts';
import type { ProgrammeEvent, ProgrammePerformance, ProgrammeReading } from './programme-reading.ts';
import { readConcerts, type Start } from './read-concerts.ts';
import { seasonsOf } from './season-span.ts';
import { slug } from './slug.ts';
import type { VenueMap } from './venue-map.ts';

const maxDepth = 32;
const maxProgrammes = 20_000;

/** `shiftDays` moves every date and must be a multiple of 7, so that weekdays stay; the clock times stay too. */
export type ReadProgrammeOptions = { venues: VenueMap; shiftDays?: number };

/**
 * Reads a programme file of the New York Philharmonic's archive (CC0, github.com/nyphilarchive): seasons, events,
 * performances at their local time in their venue's own zone, and what cannot be taken, with its place and reason.
 * A date of the file is midnight in New York wherever the concert is; see `dayOf` and `startOf` for the clock.
 * @throws UnreadableInput when nothing can be read: `programme.json`, `.depth`, `.format`, `.count`, `.shift`
 */
export function readProgramme(
  text: string,
  { venues, shiftDays = 0 }: ReadProgrammeOptions,
): ProgrammeReading {
  if (!Number.isSafeInteger(shiftDays) || shiftDays % 7 !== 0 || Math.abs(shiftDays) > 365_000) {
    throw unreadable('--shift-days', 'programme.shift', { days: String(shiftDays) });
  }
  const programmes = parse(text);
  const rejected: Rejection[] = [];
  const taken: Taken[] = [];
  const seen = new Set<string>();
  const numbers = numbersOf(programmes);
  for (const [index, given] of programmes.entries()) {
    const where = `programs[${index}]`;
    const parsed = programme.safeParse(given);
    if (!parsed.success) {
      rejected.push(...shapeFaults(where, given, parsed.error.issues[0]?.path));
    } else if (seen.has(parsed.data.id)) {
      const values = { id: parsed.data.id };
      rejected.push(...perConcert(where, given, { code: 'programme.duplicateProgramme', values }));
    } else {
      seen.add(parsed.data.id);
      const read = readConcerts(where, parsed.data, venues, shiftDays);
      taken.push({
        programme: parsed.data,
        code: codeOf(parsed.data, numbers),
        performances: read.performances,
      });
      rejected.push(...read.rejected);
    }
  }
  return { performances: withEvents(taken, shiftDays), rejected };
}

type Taken = { programme: Programme; code: string; performances: Start[] };

function parse(text: string): unknown[] {
  const body = text.replace(/^\uFEFF/, '');
  const fault = checkJson(body, maxDepth);
  if (fault !== null) {
    const { line, column } = fault;
    const code = fault.kind === 'depth' ? 'programme.depth' : 'programme.json';
    throw unreadable(`${line}:${column}`, code, {
      line: String(line),
      column: String(column),
      max: maxDepth,
    });
  }
  const file = programmeFile.safeParse(JSON.parse(body));
  if (!file.success) throw unreadable('programs', 'programme.format', {});
  if (file.data.programs.length > maxProgrammes) {
    throw unreadable('programs', 'programme.count', { max: maxProgrammes });
  }
  return file.data.programs;
}

function unreadable(where: string, code: FaultCode, values: FaultReason['values']): UnreadableInput {
  return new UnreadableInput([{ where, code, values }]);
}

/** How often each programme number occurs: where it is not unique, codes carry a piece of the identifier. */
function numbersOf(programmes: readonly unknown[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const given of programmes) {
    const parsed = programme.safeParse(given);
    if (parsed.success) numbers.set(parsed.data.programID, (numbers.get(parsed.data.programID) ?? 0) + 1);
  }
  return numbers;
}

function codeOf({ id, programID }: Programme, numbers: ReadonlyMap<string, number>): string {
  const code = `NYP-${slug(programID, 30).toUpperCase()}`;
  return (numbers.get(programID) ?? 1) === 1 ? code : `${code}-${slug(id).toUpperCase()}`;
}

function shapeFaults(where: string, given: unknown, path: readonly PropertyKey[] | undefined): Rejection[] {
  const field = path === undefined || path.length === 0 ? 'programs' : path.map(String).join('.');
  return perConcert(where, given, { code: 'programme.shape', values: { field } });
}

/** One rejection per concert of a programme that is refused as a whole, and one when they cannot be counted. */
function perConcert(where: string, given: unknown, reason: FaultReason): Rejection[] {
  const concerts = typeof given === 'object' && given !== null && 'concerts' in given ? given.concerts : null;
  if (!Array.isArray(concerts) || concerts.length === 0) return [{ where, reasons: [reason] }];
  return concerts.map((_concert, index) => ({ where: `${where}.concerts[${index}]`, reasons: [reason] }));
}

function withEvents(taken: readonly Taken[], shiftDays: number): ProgrammePerformance[] {
  const days = taken.flatMap(({ programme: { season }, performances }) =>
    performances.map(({ day }) => ({ season, day })),
  );
  const seasons = seasonsOf(days, shiftDays);
  return taken.flatMap(({ programme: given, code, performances }) => {
    const season = seasons.get(given.season);
    const activity = performances[0]?.eventType;
    if (season === undefined || activity === undefined) return [];
    const event: ProgrammeEvent = {
      externalId: given.id,
      code,
      title: eventTitle(given.works ?? [], activity),
      season,
      activity: { code: slug(activity), name: activity },
    };
    return performances.map(({ externalId, venueCode, timeZone, startsAt }) => ({
      externalId,
      event,
      venueCode,
      timeZone,
      startsAt,
    }));
  });
}
