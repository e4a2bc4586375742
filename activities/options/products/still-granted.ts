import { isWhole } from '../../../rules/catalogue/product-kinds.ts';
import { roleGivenBack } from '../../../rules/options/product-lines.ts';
import type { Verb } from '../../verb.ts';
import type { LineGrant } from '../granted-lines.ts';
import type { AnsweredLine } from '../option-answer.ts';
import type { ProductFacts } from './product-facts.ts';

/**
 * What may be granted again of a product: a line whose performance was cancelled meanwhile is left out where the product may
 * go on without it; else it stays, and the rules say why it is refused.
 */
export async function stillGranted(
  verb: Verb,
  product: Pick<ProductFacts, 'kind' | 'lines'>,
  lines: readonly AnsweredLine[],
  grants: readonly LineGrant[],
): Promise<readonly LineGrant[]> {
  const cancelled = await verb.db
    .selectFrom('performance')
    .select('id')
    .where('state', '=', 'cancelled')
    .where('id', 'in', [...new Set(grants.flatMap(({ performanceId }) => performanceId ?? []))])
    .execute();
  const gone = new Set(cancelled.map(({ id }) => id));
  const needed = ({ lineId }: LineGrant) => {
    const line = lines.find(({ id }) => id === lineId);
    const role = product.lines.find(({ id }) => id === line?.productLineId)?.role ?? null;
    return line !== undefined && isWhole(product.kind) && roleGivenBack(lines, line, role) === 'mandatory';
  };
  const left = grants.filter((grant) => !gone.has(grant.performanceId ?? '') || needed(grant));
  return left.length === 0 ? grants : left;
}
