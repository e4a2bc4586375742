import { placesOf } from '../../rules/options/companions.ts';
import { extraLines } from '../../rules/options/product-lines.ts';
import type { OptionRecord } from '../options/option-record.ts';
import type { ProductLine, ProductRecord } from '../products/product-record.ts';

/** What is said of one line: whether it is taken, where, and how many. */
export type LineWish = { taken: boolean; performanceId: string | null; quantity: number | null };

/** One more choice of a line, as it is typed. */
export type ExtraChoiceForm = { productLineId: string; performanceId: string | null; quantity: number };

/** A request for a product, as it is typed. */
export type ProductRequest = {
  contactId: string | null;
  productId: string | null;
  quantity: number;
  lines: Readonly<Record<string, LineWish>>;
  extraChoices: readonly ExtraChoiceForm[];
  remark: string;
  direct: boolean;
};

export const noWish: LineWish = { taken: false, performanceId: null, quantity: null };

/** A line of a product that stands in the request form; what the product counts by itself is the first. */
export type RequestableLine = Pick<
  ProductLine,
  'name' | 'role' | 'productId' | 'performanceIds' | 'quantity' | 'per' | 'rounding'
> & { id: string };

/** An empty form, with what the address already says. */
export function emptyProductRequest(query: URLSearchParams): ProductRequest {
  return {
    contactId: query.get('contactId'),
    productId: query.get('productId'),
    quantity: 1,
    lines: {},
    extraChoices: [],
    remark: '',
    direct: false,
  };
}

/** The form of a request that is already recorded. */
export function productRequestOf(option: OptionRecord): ProductRequest {
  const extra = extraLines(option.lines);
  const lines: Record<string, LineWish> = {};
  const extraChoices: ExtraChoiceForm[] = [];
  for (const line of option.lines) {
    const { productLineId, performanceId, requestedQuantity: quantity } = line;
    if (productLineId === null) continue;
    if (extra.has(line)) extraChoices.push({ productLineId, performanceId, quantity });
    else lines[productLineId] = { taken: true, performanceId, quantity };
  }
  return {
    contactId: option.contactId,
    productId: option.productId,
    quantity: option.productQuantity ?? 1,
    lines,
    extraChoices,
    remark: option.remark ?? '',
    direct: false,
  };
}

/** The lines that may be taken of a product. */
export function linesOf(product: ProductRecord): RequestableLine[] {
  const own: RequestableLine[] =
    product.ownLineId === null
      ? []
      : [
          {
            id: product.ownLineId,
            name: product.name,
            role: 'mandatory',
            productId: product.id,
            performanceIds: [],
            quantity: 1,
            per: null,
            rounding: null,
          },
        ];
  const others = product.lines.flatMap((line): RequestableLine[] =>
    line.id === undefined ? [] : [{ ...line, id: line.id }],
  );
  return [...own, ...others];
}

/** The most places of a line that so many units give. */
export function mostOf({ role, quantity, per, rounding }: RequestableLine, units: number): number {
  const ratio = per === null || rounding === null ? null : { per, rounding };
  return placesOf(units, { role, quantity, ratio });
}

/**
 * What the form tells of the product's lines. Mandatory lines and companions come by themselves: only what is chosen of them is
 * told; extra choices come last.
 */
export function wishedLines(
  form: Pick<ProductRequest, 'quantity' | 'lines' | 'extraChoices'>,
  product: ProductRecord,
) {
  const lines = linesOf(product).flatMap((line) => {
    const wish = form.lines[line.id] ?? noWish;
    const most = mostOf(line, form.quantity);
    if (line.role === 'optional' && !wish.taken) return [];
    const fewer = line.role !== 'mandatory' && wish.quantity !== null ? Math.min(wish.quantity, most) : null;
    if (line.role !== 'optional' && fewer === null && wish.performanceId === null) return [];
    return [
      {
        productLineId: line.id,
        ...(wish.performanceId === null ? {} : { performanceId: wish.performanceId }),
        ...(fewer === null ? {} : { quantity: fewer }),
      },
    ];
  });
  return [...lines, ...form.extraChoices];
}

/** The request the form sends. */
export function productRequestBody(form: ProductRequest, product: ProductRecord, override: string) {
  const remark = form.remark.trim();
  return {
    contactId: form.contactId,
    productId: form.productId,
    quantity: form.quantity,
    lines: wishedLines(form, product),
    ...(remark === '' ? {} : { remark }),
    ...(form.direct ? { place: true } : {}),
    ...(override.trim() === '' ? {} : { override: { reason: override.trim() } }),
  };
}
