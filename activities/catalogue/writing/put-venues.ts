import { sql } from 'kysely';
import type { Names } from '../../../database/entities/columns.ts';
import type { Verb } from '../../verb.ts';
import type { VenueInput } from './programme-input.ts';
import { putRecords } from './put-records.ts';
import { assertDistinct } from './refer.ts';

/** A venue as performances need it. */
export interface KnownVenue {
  id: string;
  timeZone: string;
  /** Seat categories by code. */
  categories: ReadonlyMap<string, string>;
}

interface VenueValues {
  code: string;
  name: string;
  timeZone: string;
  addressLines: string[];
}

interface CategoryValues {
  venueId: string;
  code: string;
  name: string;
  names: Names;
  rank: number;
  colour: string;
  optionAllowed: boolean;
}

/** Puts the venues with their seat categories; answers every venue of the organisation by code. */
export async function putVenues(
  verb: Verb,
  organisationId: string,
  venues: readonly VenueInput[],
): Promise<Map<string, KnownVenue>> {
  assertDistinct(
    venues.map(({ code }) => code),
    (index) => `venues.${index}.code`,
  );
  const known = await readVenues(verb, organisationId);
  const { ids } = await putRecords<VenueValues>(verb, {
    subjectType: 'venue',
    organisationId,
    known,
    wanted: venues.map(({ code, name, timeZone, addressLines }) => ({
      key: code,
      values: (before) => ({
        code,
        name,
        timeZone,
        addressLines: addressLines ?? before?.addressLines ?? [],
      }),
    })),
    insert: (rows) =>
      verb.db
        .insertInto('venue')
        .values(
          rows.map(({ id, values }) => ({
            id,
            institution_id: verb.institutionId,
            organisation_id: organisationId,
            code: values.code,
            name: values.name,
            time_zone: values.timeZone,
            address_lines: sql<string[]>`${JSON.stringify(values.addressLines)}::jsonb`,
          })),
        )
        .execute(),
    update: async (rows) => {
      for (const { id, values } of rows) {
        await verb.db
          .updateTable('venue')
          .set((raised) => ({
            name: values.name,
            time_zone: values.timeZone,
            address_lines: sql<string[]>`${JSON.stringify(values.addressLines)}::jsonb`,
            version: raised('version', '+', 1),
          }))
          .where('id', '=', id)
          .execute();
      }
    },
  });
  await putCategories(verb, organisationId, venues, ids);
  return withCategories(verb, organisationId);
}

async function readVenues(verb: Verb, organisationId: string) {
  const rows = await verb.db
    .selectFrom('venue')
    .select(['id', 'code', 'name', 'time_zone as timeZone', 'address_lines as addressLines'])
    .where('organisation_id', '=', organisationId)
    .execute();
  return new Map(rows.map(({ id, ...values }) => [values.code, { id, values }]));
}

async function readCategories(verb: Verb, organisationId: string) {
  const rows = await verb.db
    .selectFrom('seat_category as k')
    .innerJoin('venue as v', 'v.id', 'k.venue_id')
    .select(['k.id', 'k.venue_id as venueId', 'k.code', 'k.name', 'k.names', 'k.rank', 'k.colour'])
    .select('k.option_allowed as optionAllowed')
    .where('v.organisation_id', '=', organisationId)
    .execute();
  return new Map(rows.map(({ id, ...values }) => [`${values.venueId}/${values.code}`, { id, values }]));
}

async function putCategories(
  verb: Verb,
  organisationId: string,
  venues: readonly VenueInput[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const wanted = venues.flatMap((venue, at) => {
    assertDistinct(
      venue.categories.map(({ code }) => code),
      (index) => `venues.${at}.categories.${index}.code`,
    );
    const venueId = ids.get(venue.code) ?? '';
    return venue.categories.map((category) => ({
      key: `${venueId}/${category.code}`,
      values: (before: CategoryValues | null): CategoryValues => ({
        venueId,
        code: category.code,
        name: category.name,
        names: category.names ?? before?.names ?? {},
        rank: category.rank,
        colour: category.colour,
        optionAllowed: before?.optionAllowed ?? category.optionAllowed ?? true,
      }),
    }));
  });
  await putRecords<CategoryValues>(verb, {
    subjectType: 'seat-category',
    organisationId,
    known: await readCategories(verb, organisationId),
    wanted,
    insert: (rows) =>
      verb.db
        .insertInto('seat_category')
        .values(
          rows.map(({ id, values: { venueId, optionAllowed, ...values } }) => ({
            id,
            institution_id: verb.institutionId,
            venue_id: venueId,
            option_allowed: optionAllowed,
            ...values,
          })),
        )
        .execute(),
    update: async (rows) => {
      for (const { id, values } of rows) {
        const { name, names, rank, colour } = values;
        await verb.db
          .updateTable('seat_category')
          .set((raised) => ({ name, names, rank, colour, version: raised('version', '+', 1) }))
          .where('id', '=', id)
          .execute();
      }
    },
  });
}

async function withCategories(verb: Verb, organisationId: string): Promise<Map<string, KnownVenue>> {
  const venues = await readVenues(verb, organisationId);
  const categories = [...(await readCategories(verb, organisationId)).values()];
  return new Map(
    [...venues].map(([code, { id, values }]) => [
      code,
      {
        id,
        timeZone: values.timeZone,
        categories: new Map(
          categories
            .filter((category) => category.values.venueId === id)
            .map((category) => [category.values.code, category.id]),
        ),
      },
    ]),
  );
}
