import { sql } from 'kysely';
import type { Names } from '../../../database/entities/columns.ts';
import { newId } from '../../new-id.ts';
import type { Verb } from '../../verb.ts';

/** Codes of the category visits are counted in at their venue, and of the counter articles are handed over at. */
const visitors = { code: 'VISITE', name: 'Visiteurs', names: { fr: 'Visiteurs', en: 'Visitors' } };
const articles = { code: 'ARTICLE', name: 'Article', names: { fr: 'Article', en: 'Article' } };
const counter = { code: 'COMPTOIR', name: 'Comptoir' };

/**
 * Where a product is counted: the visitors of a venue, or without a venue the articles of the organisation's counter. Both are
 * made when they are first needed.
 */
export async function countingPlace(
  verb: Verb,
  organisationId: string,
  venueId: string | null,
): Promise<{ seatCategoryId: string }> {
  const [where, what] =
    venueId === null ? [await counterOf(verb, organisationId), articles] : [venueId, visitors];
  const id = newId();
  await verb.db
    .insertInto('seat_category')
    .values({
      id,
      institution_id: verb.institutionId,
      venue_id: where,
      rank: 99,
      code: what.code,
      name: what.name,
      names: sql<Names>`${JSON.stringify(what.names)}::jsonb`,
    })
    .onConflict((conflict) => conflict.columns(['venue_id', 'code']).doNothing())
    .execute();
  const { id: seatCategoryId } = await verb.db
    .selectFrom('seat_category')
    .select('id')
    .where('venue_id', '=', where)
    .where('code', '=', what.code)
    .executeTakeFirstOrThrow();
  return { seatCategoryId };
}

async function counterOf(verb: Verb, organisationId: string): Promise<string> {
  const zone = await verb.db
    .selectFrom('venue')
    .select('time_zone')
    .where('organisation_id', '=', organisationId)
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  await verb.db
    .insertInto('venue')
    .values({
      id: newId(),
      institution_id: verb.institutionId,
      organisation_id: organisationId,
      code: counter.code,
      name: counter.name,
      time_zone: zone?.time_zone ?? 'Europe/Paris',
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'code']).doNothing())
    .execute();
  const { id } = await verb.db
    .selectFrom('venue')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('code', '=', counter.code)
    .executeTakeFirstOrThrow();
  return id;
}
