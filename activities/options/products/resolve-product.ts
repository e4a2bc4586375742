import { statement } from '../../../database/statement.ts';
import { takenLines } from '../../../rules/options/product-lines.ts';
import { type FieldError, Problem } from '../../problem.ts';
import type { Verb } from '../../verb.ts';
import { type FactsQuestion, type PerformanceFacts, performanceFacts } from '../performance-facts.ts';
import { type ProductFacts, productFacts } from './product-facts.ts';

/** A line of a product that is asked for; what is left out is as the product has it. */
export interface RequestedProductLine {
  productLineId: string;
  performanceId?: string | null;
  quantity?: number | null;
  audienceSubcategoryId?: string | null;
}

/** The part of a request that says what product is asked for. */
export interface RequestedProduct {
  productId: string;
  /** Units of the product, such as season tickets. */
  quantity: number;
  lines?: RequestedProductLine[] | null;
  /** Of every line that names none. */
  audienceSubcategoryId?: string | null;
}

/** A line as it is asked for, with where. */
export interface ResolvedLine {
  seatCategoryId: string;
  performanceId: string;
  productLineId: string | null;
  quantity: number;
  minimumQuantity: number | null;
  audienceSubcategoryId: string | null;
}

/** A product that is asked for, and its lines. */
export interface ResolvedProduct {
  product: ProductFacts;
  lines: [ResolvedLine, ...ResolvedLine[]];
}

/**
 * Resolves the lines of a product that is asked for.
 * @throws Problem `request.notFound`, `request.invalid` with the line at fault (`product.choice`, `product.mandatory`,
 *   `product.inactive`).
 */
export async function resolveProduct(verb: Verb, input: RequestedProduct): Promise<ResolvedProduct> {
  const product = await productFacts(verb, input.productId);
  if (!product.active) refuse([{ path: 'productId', code: 'product.inactive' }]);
  const wishes = input.lines ?? [];
  const { taken, faults } = takenLines(product.kind, product.lines, input.quantity, wishes);
  refuse(faults);
  const lines = taken.map(({ productLineId, performanceId, quantity }): ResolvedLine => {
    const line = product.lines.find(({ id }) => id === productLineId);
    const ofLine = wishes.filter((each) => each.productLineId === productLineId);
    const wish = ofLine.find((each) => each.performanceId === performanceId) ?? ofLine[0];
    return {
      seatCategoryId: line?.seatCategoryId ?? '',
      performanceId,
      productLineId,
      quantity,
      minimumQuantity: null,
      audienceSubcategoryId: wish?.audienceSubcategoryId ?? input.audienceSubcategoryId ?? null,
    };
  });
  const [first, ...more] = lines;
  if (first === undefined)
    throw new Problem('request.invalid', { errors: [{ path: 'quantity', code: 'field.tooSmall' }] });
  return { product, lines: [first, ...more] };
}

/**
 * The facts of every performance of a product's lines, the earliest first. None of them is moved, cancelled or laid out anew
 * until the verb has ended: whoever is doing so just now is waited for, and what holds then is told.
 */
export async function factsOfLines(
  verb: Verb,
  question: Omit<FactsQuestion, 'performanceId'>,
  product: ProductFacts,
  performanceIds: readonly string[],
): Promise<[PerformanceFacts, ...PerformanceFacts[]]> {
  const ids = [...new Set(performanceIds)].sort();
  verb.write(statement`select 1 from performance where id = any(${ids}::uuid[]) order by id for key share`);
  const found: PerformanceFacts[] = [];
  for (const performanceId of ids)
    found.push(await performanceFacts(verb, { ...question, performanceId }, product));
  const [first, ...rest] = found.toSorted(
    (one, other) =>
      Date.parse(one.startsAt) - Date.parse(other.startsAt) ||
      (one.performanceId < other.performanceId ? -1 : 1),
  );
  if (first === undefined) throw new RangeError('a product without a performance');
  return [first, ...rest];
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Problem('request.invalid', { errors: [...errors] });
}
