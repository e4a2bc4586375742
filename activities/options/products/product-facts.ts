import { piece, statement } from '../../../database/statement.ts';
import type { ProductKind } from '../../../rules/catalogue/product-kinds.ts';
import type { OfferedLine } from '../../../rules/options/product-lines.ts';
import { Problem } from '../../problem.ts';
import { requireServed } from '../../records/require-served.ts';
import type { Verb } from '../../verb.ts';
import { inPerimeter } from '../locked-option.ts';
import type { ProductScope } from './under-product.ts';

/** A line of a product, with its prices as a grid. */
export interface ProductLineFacts extends OfferedLine {
  name: string;
  seatCategoryId: string;
  grid: { seatCategoryId: string; subcategoryId: string; priceCents: number }[];
}

/** What a request or a placement knows of a product. */
export interface ProductFacts extends ProductScope {
  organisationId: string;
  kind: ProductKind;
  name: string;
  active: boolean;
  /** In their order: what it counts by itself first. */
  lines: ProductLineFacts[];
}

/** A line that is of another product is had where that product is. */
const performances = piece`coalesce((select json_agg(x.performance_id order by p.starts_at, p.id)
  from product_choice x join performance p on p.id = x.performance_id
  where x.line_id = coalesce((select o.id from product_line o where o.product_id = l.of_product_id and o.own), l.id)), '[]')`;

/**
 * Reads a product inside the wall and the caller's perimeter.
 * @throws Problem `request.notFound`
 */
export async function productFacts(verb: Verb, productId: string): Promise<ProductFacts> {
  const [product] = await verb.ask(statement<ProductFacts>`
    select r.id, r.family_id as "familyId", r.organisation_id as "organisationId", r.kind, r.name, r.active,
      coalesce((select json_agg(json_build_object('id', l.id, 'name', l.name, 'role', l.role,
          'seatCategoryId', l.seat_category_id, 'quantity', l.quantity, 'per', l.per, 'rounding', l.rounding,
          'performanceIds', ${performances}, 'grid', coalesce((select json_agg(json_build_object(
              'seatCategoryId', l.seat_category_id, 'subcategoryId', c.audience_subcategory_id, 'priceCents', c.price_cents))
            from product_price c where c.line_id = l.id), '[]')) order by l.own desc, l.position)
        from product_line l where l.product_id = r.id), '[]') as lines
    from product r where r.id = ${productId}`);
  if (product === undefined || !inPerimeter(verb, product.organisationId))
    throw new Problem('request.notFound', { errors: [{ path: 'productId', code: 'field.reference' }] });
  await requireServed(verb, 'product', [product.id]);
  return product;
}
