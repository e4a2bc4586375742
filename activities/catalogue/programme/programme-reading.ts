import type { Rejection } from './fault.ts';

/** A season of the programme. */
export type ProgrammeSeason = {
  /** As the file writes it, such as `2024-25`: the same at every import, whatever the shift. */
  code: string;
  /** As people read it: moved with the programme, such as `2026-27`. */
  name: string;
  /** First and last day, widened where a performance lies outside 1 September to 31 August. */
  startsOn: string;
  endsOn: string;
};

/** An event: one programme of works, played in one or more performances. */
export type ProgrammeEvent = {
  /** Stable: the programme's own identifier. */
  externalId: string;
  code: string;
  title: string;
  season: ProgrammeSeason;
  /** The kind of event of its first concert. */
  activity: { code: string; name: string };
};

/** A performance ready to be stored. Performances of one programme share one `event` object. */
export type ProgrammePerformance = {
  /**
   * Stable over imports and shifts: programme, venue, day in the file, and rank among the concerts of that programme
   * there on that day. A corrected time moves the performance; a corrected day makes another one.
   */
  externalId: string;
  event: ProgrammeEvent;
  /** The venue's `code` in the map of venues. */
  venueCode: string;
  timeZone: string;
  /** ISO instant in UTC with milliseconds. */
  startsAt: string;
};

/** What a programme file gives: every concert is in exactly one of the two lists. */
export type ProgrammeReading = { performances: ProgrammePerformance[]; rejected: Rejection[] };
