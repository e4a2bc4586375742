import type { Verb } from '../../verb.ts';

/** A product's row as its parts are written. */
export type ProductRow = Awaited<ReturnType<typeof readProduct>>;

/** Reads it, with what its season says of overbooking. */
export function readProduct(verb: Verb, id: string) {
  return verb.db
    .selectFrom('product')
    .innerJoin('season', 'season.id', 'product.season_id')
    .select([
      'product.id',
      'product.organisation_id as organisationId',
      'product.season_id as seasonId',
      'product.family_id as familyId',
      'product.kind',
      'product.code',
      'product.name',
      'product.names',
      'product.event_id as eventId',
      'product.contingent_id as contingentId',
      'season.ends_on as seasonEndsOn',
      'season.product_overbooking_allowed as overbookingAllowed',
      'season.product_overbooking_percent as overbookingPercent',
    ])
    .where('product.id', '=', id)
    .executeTakeFirstOrThrow();
}
