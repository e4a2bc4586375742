import { sql } from 'kysely';
import { type LineRole, productKinds, type Rounding } from '../../rules/catalogue/product-kinds.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, flag, text, uuid } from './list-fields.ts';

/** What one place of a line costs, in cents. */
export interface ProductPrice {
  audienceSubcategoryId: string;
  priceCents: number;
}

/** A line of a product. One that names another product is had where that product is. */
export interface ProductLineRow {
  id: string;
  name: string;
  role: LineRole;
  productId: string | null;
  performanceIds: string[];
  seatCategoryId: string | null;
  quantity: number;
  per: number | null;
  rounding: Rounding | null;
  prices: ProductPrice[];
}

/** A date and time visits start at, with what there is of places and how many are left. */
export interface ProductSlot {
  id: string;
  startsAt: string;
  timeZone: string;
  guide: string | null;
  capacity: number;
  free: number;
}

/** Nobody counts an article without a limited quantity; its stock row says this much. */
export const withoutLimit = 1_000_000;

const pricesOf = (line: string) => sql<ProductPrice[]>`coalesce((select json_agg(json_build_object(
    'audienceSubcategoryId', r.audience_subcategory_id, 'priceCents', r.price_cents) order by r.audience_subcategory_id)
  from product_price r where r.line_id = ${sql.ref(line)}), '[]')`;

/** Products that are no single entries, with their lines, slots and prices. */
export const productList = defineList({
  name: 'products',
  table: 'product',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('product.organisation_id'),
    seasonId: uuid('product.season_id'),
    familyId: uuid('product.family_id'),
    kind: choice('product.kind', productKinds),
    active: flag('product.active'),
    code: text('product.code', { searched: true }),
    name: text('product.name', { searched: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('product')
      .innerJoin('season', 'season.id', 'product.season_id')
      .leftJoin('product_line as mine', (join) =>
        join.onRef('mine.product_id', '=', 'product.id').on('mine.own', '=', true),
      )
      .leftJoin('seat_category as category', 'category.id', 'mine.seat_category_id')
      .leftJoin('show_event as event', 'event.id', 'product.event_id')
      .select([
        'product.id',
        'product.organisation_id as organisationId',
        'product.season_id as seasonId',
        'season.name as seasonName',
        'season.product_options_allowed as optionsAllowed',
        'product.family_id as familyId',
        'event.activity_id as activityId',
        'category.venue_id as venueId',
        'product.contingent_id as contingentId',
        'product.kind',
        'product.code',
        'product.name',
        'product.names',
        'product.active',
        'mine.id as ownLineId',
        sql<number | null>`(select nullif(t.capacity, ${withoutLimit}) from product_choice x
          join stock t on t.performance_id = x.performance_id and t.seat_category_id = mine.seat_category_id
          where x.line_id = mine.id and product.kind in ('article', 'service') limit 1)`.as('capacity'),
        sql<ProductSlot[]>`coalesce((select json_agg(json_build_object('id', p.id,
            'startsAt', to_char(p.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'timeZone', p.time_zone, 'guide', p.guide,
            'capacity', t.capacity,
            'free', greatest(0, t.capacity + t.overbooking - t.held - t.ordered - t.sold - t.blocked - t.allotted
              - t.recalling)) order by p.starts_at, p.id)
          from product_choice x join performance p on p.id = x.performance_id
          join stock t on t.performance_id = p.id and t.seat_category_id = mine.seat_category_id
            and t.contingent_id = product.contingent_id
          where x.line_id = mine.id), '[]')`.as('places'),
        pricesOf('mine.id').as('prices'),
        sql<
          ProductLineRow[]
        >`coalesce((select json_agg(json_build_object('id', l.id, 'name', l.name, 'role', l.role,
            'productId', l.of_product_id, 'performanceIds', coalesce((select json_agg(x.performance_id order by p.starts_at, p.id)
              from product_choice x join performance p on p.id = x.performance_id where x.line_id = l.id), '[]'),
            'seatCategoryId', case when l.of_product_id is null then l.seat_category_id end,
            'quantity', l.quantity, 'per', l.per, 'rounding', l.rounding, 'prices', ${pricesOf('l.id')})
            order by l.position)
          from product_line l where l.product_id = product.id and not l.own), '[]')`.as('lines'),
        'product.version',
      ]),
  present: ({ places, ...row }) => ({ ...row, slots: row.kind === 'visit' ? places : [] }),
});
