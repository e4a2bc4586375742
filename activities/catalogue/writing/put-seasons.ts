import type { Names } from '../../../database/entities/columns.ts';
import type { Verb } from '../../verb.ts';
import type { ActivityInput, ActivitySettings, SeasonInput } from './programme-input.ts';
import { putRecords } from './put-records.ts';
import { assertDistinct, refer } from './refer.ts';

/** An activity as events and stock need it. */
export interface KnownActivity {
  id: string;
  seasonId: string;
  settings: ActivitySettings;
}

interface SeasonValues {
  code: string;
  name: string;
  names: Names;
  startsOn: string;
  endsOn: string;
}

interface ActivityValues extends ActivitySettings {
  seasonId: string;
  code: string;
  name: string;
  names: Names;
}

/** Puts the seasons and their activities; answers the organisation's activities by `season/activity`. */
export async function putSeasons(
  verb: Verb,
  organisationId: string,
  seasons: readonly SeasonInput[],
  activities: readonly ActivityInput[],
): Promise<Map<string, KnownActivity>> {
  assertDistinct(
    seasons.map(({ code }) => code),
    (index) => `seasons.${index}.code`,
  );
  assertDistinct(
    activities.map(({ season, code }) => `${season}/${code}`),
    (index) => `activities.${index}.code`,
  );
  await putSeasonRows(verb, organisationId, seasons);
  const ids = await readSeasons(verb, organisationId);
  await putActivityRows(
    verb,
    organisationId,
    activities.map((activity, index) => ({
      ...activity,
      seasonId: refer(ids, activity.season, `activities.${index}.season`).id,
    })),
  );
  const codes = new Map([...ids].map(([code, { id }]) => [id, code]));
  return new Map(
    [...(await readActivities(verb, organisationId)).values()].map(({ id, values }) => [
      `${codes.get(values.seasonId)}/${values.code}`,
      { id, seasonId: values.seasonId, settings: values },
    ]),
  );
}

async function readSeasons(verb: Verb, organisationId: string) {
  const rows = await verb.db
    .selectFrom('season')
    .select(['id', 'code', 'name', 'names', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('organisation_id', '=', organisationId)
    .execute();
  return new Map(rows.map(({ id, ...values }) => [values.code, { id, values }]));
}

async function putSeasonRows(
  verb: Verb,
  organisationId: string,
  seasons: readonly SeasonInput[],
): Promise<void> {
  await putRecords<SeasonValues>(verb, {
    subjectType: 'season',
    organisationId,
    known: await readSeasons(verb, organisationId),
    wanted: seasons.map(({ names, ...season }) => ({
      key: season.code,
      values: (before) => ({ ...season, names: names ?? before?.names ?? {} }),
    })),
    insert: (rows) =>
      verb.db
        .insertInto('season')
        .values(
          rows.map(({ id, values: { startsOn, endsOn, ...values } }) => ({
            id,
            institution_id: verb.institutionId,
            organisation_id: organisationId,
            starts_on: startsOn,
            ends_on: endsOn,
            ...values,
          })),
        )
        .execute(),
    update: async (rows) => {
      for (const { id, values } of rows) {
        const { name, names, startsOn: starts_on, endsOn: ends_on } = values;
        await verb.db
          .updateTable('season')
          .set((raised) => ({ name, names, starts_on, ends_on, version: raised('version', '+', 1) }))
          .where('id', '=', id)
          .execute();
      }
    },
  });
}

async function readActivities(verb: Verb, organisationId: string) {
  const rows = await verb.db
    .selectFrom('season_activity')
    .select([
      'id',
      'season_id as seasonId',
      'code',
      'name',
      'names',
      'seat_options_allowed as seatOptionsAllowed',
      'deducts_availability as deductsAvailability',
      'overbooking_allowed as overbookingAllowed',
      'overbooking_percent as overbookingPercent',
      'overbooking_basis as overbookingBasis',
      'confirmation_days_after_placement as confirmationDaysAfterPlacement',
      'confirmation_days_before_performance as confirmationDaysBeforePerformance',
      'end_policy as endPolicy',
      'grace_hours as graceHours',
    ])
    .where('organisation_id', '=', organisationId)
    .execute();
  return new Map(rows.map(({ id, ...values }) => [`${values.seasonId}/${values.code}`, { id, values }]));
}

async function putActivityRows(
  verb: Verb,
  organisationId: string,
  activities: readonly (ActivityInput & { seasonId: string })[],
): Promise<void> {
  await putRecords<ActivityValues>(verb, {
    subjectType: 'season-activity',
    organisationId,
    known: await readActivities(verb, organisationId),
    wanted: activities.map(({ seasonId, code, name, names, settings }) => ({
      key: `${seasonId}/${code}`,
      values: (before) => ({
        ...(before ?? settings),
        seasonId,
        code,
        name,
        names: names ?? before?.names ?? {},
      }),
    })),
    insert: (rows) =>
      verb.db
        .insertInto('season_activity')
        .values(
          rows.map(({ id, values }) => ({
            id,
            institution_id: verb.institutionId,
            organisation_id: organisationId,
            season_id: values.seasonId,
            code: values.code,
            name: values.name,
            names: values.names,
            seat_options_allowed: values.seatOptionsAllowed,
            deducts_availability: values.deductsAvailability,
            overbooking_allowed: values.overbookingAllowed,
            overbooking_percent: values.overbookingPercent,
            overbooking_basis: values.overbookingBasis,
            confirmation_days_after_placement: values.confirmationDaysAfterPlacement,
            confirmation_days_before_performance: values.confirmationDaysBeforePerformance,
            end_policy: values.endPolicy,
            grace_hours: values.graceHours,
          })),
        )
        .execute(),
    update: async (rows) => {
      for (const { id, values } of rows) {
        const { name, names } = values;
        await verb.db
          .updateTable('season_activity')
          .set((raised) => ({ name, names, version: raised('version', '+', 1) }))
          .where('id', '=', id)
          .execute();
      }
    },
  });
}
