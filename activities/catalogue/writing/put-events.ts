import type { Names } from '../../../database/entities/columns.ts';
import type { Verb } from '../../verb.ts';
import type { EventInput } from './programme-input.ts';
import { putRecords } from './put-records.ts';
import type { KnownActivity } from './put-seasons.ts';
import { assertDistinct, refer } from './refer.ts';

/** An event as its performances need it. */
export interface KnownEvent {
  id: string;
  activity: KnownActivity;
}

interface EventValues {
  code: string;
  externalId: string | null;
  name: string;
  names: Names;
  seasonId: string;
  activityId: string;
  familyId: string;
}

/** Puts the events; answers every event of the organisation by code. */
export async function putEvents(
  verb: Verb,
  organisationId: string,
  events: readonly EventInput[],
  activities: ReadonlyMap<string, KnownActivity>,
): Promise<Map<string, KnownEvent>> {
  assertDistinct(
    events.map(({ code }) => code),
    (index) => `events.${index}.code`,
  );
  const families = await readFamilies(verb);
  const known = await readEvents(verb, organisationId);
  const byCode = new Map(known.map((event) => [event.values.code, event]));
  const byExternalId = new Map(known.map((event) => [event.values.externalId ?? '', event]));
  const keyOf = ({ code, externalId }: EventInput) =>
    (externalId === null ? undefined : byExternalId.get(externalId)?.id) ?? byCode.get(code)?.id ?? code;
  await putRecords<EventValues>(verb, {
    subjectType: 'event',
    organisationId,
    known: new Map(known.map((event) => [event.id, event])),
    wanted: events.map((event, index) => {
      const activity = refer(activities, `${event.season}/${event.activity}`, `events.${index}.activity`);
      const familyId = refer(families, event.family, `events.${index}.family`);
      const { code, externalId, name, names } = event;
      return {
        key: keyOf(event),
        values: (before) => ({
          code,
          externalId,
          name,
          names: names ?? before?.names ?? {},
          seasonId: activity.seasonId,
          activityId: activity.id,
          familyId,
        }),
      };
    }),
    insert: (rows) =>
      verb.db
        .insertInto('show_event')
        .values(rows.map(({ id, values }) => ({ id, ...ownedBy(verb, organisationId), ...columns(values) })))
        .execute(),
    update: async (rows) => {
      for (const { id, values } of rows) {
        await verb.db
          .updateTable('show_event')
          .set((raised) => ({ ...columns(values), version: raised('version', '+', 1) }))
          .where('id', '=', id)
          .execute();
      }
    },
  });
  const byId = new Map([...activities.values()].map((activity) => [activity.id, activity]));
  return new Map(
    (await readEvents(verb, organisationId)).flatMap(({ id, values }) => {
      const activity = byId.get(values.activityId);
      return activity === undefined ? [] : [[values.code, { id, activity }]];
    }),
  );
}

function ownedBy(verb: Verb, organisationId: string) {
  return { institution_id: verb.institutionId, organisation_id: organisationId };
}

function columns({ externalId, seasonId, activityId, familyId, ...values }: EventValues) {
  return {
    ...values,
    external_id: externalId,
    season_id: seasonId,
    activity_id: activityId,
    family_id: familyId,
  };
}

async function readFamilies(verb: Verb): Promise<Map<string, string>> {
  const rows = await verb.db
    .selectFrom('product_family')
    .select(['id', 'code'])
    .where('institution_id', '=', verb.institutionId)
    .execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}

async function readEvents(verb: Verb, organisationId: string) {
  const rows = await verb.db
    .selectFrom('show_event')
    .select(['id', 'code', 'external_id as externalId', 'name', 'names', 'season_id as seasonId'])
    .select(['activity_id as activityId', 'family_id as familyId'])
    .where('organisation_id', '=', organisationId)
    .execute();
  return rows.map(({ id, ...values }) => ({ id, values }));
}
