import { isCounted } from '../../../rules/catalogue/product-kinds.ts';
import type { RecordValues } from '../../records/record-kind.ts';
import type { Verb } from '../../verb.ts';
import { ProductParts } from './product-input.ts';
import { writeCounted } from './write-counted.ts';
import { writeLines } from './write-lines.ts';

/** A product's row as its parts are written. */
export type ProductRow = Awaited<ReturnType<typeof readProduct>>;

/**
 * Writes the parts of a product that stand in tables of their own: what it counts by itself, then its lines.
 * @throws Problem `request.invalid`, `request.notFound` with the path, `record.inUse` for a line or slot somebody has.
 */
export async function writeProduct(verb: Verb, id: string, values: RecordValues): Promise<void> {
  const product = await readProduct(verb, id);
  const parts = ProductParts.parse(values);
  if (isCounted(product.kind)) await writeCounted(verb, { ...product, kind: product.kind }, parts);
  if (parts.lines !== undefined) await writeLines(verb, product.id, parts.lines);
}

function readProduct(verb: Verb, id: string) {
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
