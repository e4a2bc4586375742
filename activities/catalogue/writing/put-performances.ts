import { sql } from 'kysely';
import { normalInstant } from '../../../rules/options/calendar.ts';
import type { Verb } from '../../verb.ts';
import type { MovedPerformance } from './move-options.ts';
import type { PerformanceInput } from './programme-input.ts';
import type { KnownEvent } from './put-events.ts';
import { putRecords } from './put-records.ts';
import type { KnownVenue } from './put-venues.ts';
import { assertDistinct, refer } from './refer.ts';

/** A performance whose row stands, with what its seats need to know. */
export interface WrittenPerformance {
  id: string;
  input: PerformanceInput;
  event: KnownEvent;
  venue: KnownVenue;
  path: string;
}

/** The performances of the input, and what happened to their rows. */
export interface WrittenPerformances {
  all: WrittenPerformance[];
  created: Set<string>;
  updated: Set<string>;
  moved: MovedPerformance[];
}

interface PerformanceValues {
  externalId: string;
  eventId: string;
  venueId: string;
  startsAt: string;
  timeZone: string;
}

/**
 * Puts the rows of the performances. Whether one is open, closed or cancelled is people's decision and stays.
 * @throws Problem `request.invalid` for a performance that is there in another venue: its seats are that venue's.
 */
export async function putPerformances(
  verb: Verb,
  organisationId: string,
  performances: readonly PerformanceInput[],
  events: ReadonlyMap<string, KnownEvent>,
  venues: ReadonlyMap<string, KnownVenue>,
): Promise<WrittenPerformances> {
  assertDistinct(
    performances.map(({ externalId }) => externalId),
    (index) => `performances.${index}.externalId`,
  );
  const known = await readPerformances(verb, organisationId);
  const resolved = performances.map((input, index) => {
    const path = `performances.${index}`;
    const event = refer(events, input.event, `${path}.event`);
    const venue = refer(venues, input.venue, `${path}.venue`);
    const before = known.get(input.externalId);
    if (before !== undefined) refer(new Map([[before.values.venueId, before]]), venue.id, `${path}.venue`);
    return { input, event, venue, path };
  });
  const put = await putRecords<PerformanceValues>(verb, {
    subjectType: 'performance',
    organisationId,
    known,
    wanted: resolved.map(({ input, event, venue }) => ({
      key: input.externalId,
      values: () => ({
        externalId: input.externalId,
        eventId: event.id,
        venueId: venue.id,
        startsAt: normalInstant(input.startsAt),
        timeZone: venue.timeZone,
      }),
    })),
    insert: (rows) =>
      verb.db
        .insertInto('performance')
        .values(
          rows.map(({ id, values }) => ({
            id,
            institution_id: verb.institutionId,
            organisation_id: organisationId,
            event_id: values.eventId,
            venue_id: values.venueId,
            starts_at: values.startsAt,
            time_zone: values.timeZone,
            external_id: values.externalId,
          })),
        )
        .execute(),
    update: (rows) =>
      sql`
        update performance p set event_id = w."eventId", starts_at = w."startsAt", time_zone = w."timeZone", version = version + 1
        from jsonb_to_recordset(${JSON.stringify(rows.map(({ id, values }) => ({ id, ...values })))}::jsonb)
          as w (id uuid, "eventId" uuid, "startsAt" timestamptz, "timeZone" text)
        where p.id = w.id`.execute(verb.db),
  });
  const all = resolved.map((performance) => ({
    ...performance,
    id: put.ids.get(performance.input.externalId) ?? '',
  }));
  return { all, created: put.created, updated: put.updated, moved: movedOf(all, known) };
}

function movedOf(
  all: readonly WrittenPerformance[],
  known: ReadonlyMap<string, { values: PerformanceValues }>,
): MovedPerformance[] {
  return all.flatMap(({ id, input, venue, event }) => {
    const before = known.get(input.externalId)?.values;
    const startsAt = normalInstant(input.startsAt);
    if (before === undefined || (before.startsAt === startsAt && before.timeZone === venue.timeZone))
      return [];
    const { confirmationDaysAfterPlacement, confirmationDaysBeforePerformance } = event.activity.settings;
    return [
      {
        performanceId: id,
        startsAt,
        timeZone: venue.timeZone,
        daysAfterPlacement: confirmationDaysAfterPlacement,
        daysBeforePerformance: confirmationDaysBeforePerformance,
      },
    ];
  });
}

async function readPerformances(verb: Verb, organisationId: string) {
  const rows = await verb.db
    .selectFrom('performance')
    .select(['id', 'external_id as externalId', 'event_id as eventId', 'venue_id as venueId'])
    .select(['starts_at as startsAt', 'time_zone as timeZone'])
    .where('organisation_id', '=', organisationId)
    .where('external_id', 'is not', null)
    .execute();
  return new Map(
    rows.map(({ id, externalId, ...values }) => [
      externalId ?? '',
      { id, values: { externalId: externalId ?? '', ...values } },
    ]),
  );
}
