import { isCounted } from '../../../rules/catalogue/product-kinds.ts';
import type { RecordValues } from '../../records/record-kind.ts';
import type { Verb } from '../../verb.ts';
import { ProductParts } from './product-input.ts';
import { readProduct } from './product-row.ts';
import { writeCounted } from './write-counted.ts';
import { writeLines } from './write-lines.ts';

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
