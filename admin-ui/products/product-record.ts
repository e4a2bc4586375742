import type { LineRole, ProductKind, Rounding } from '../../rules/catalogue/product-kinds.ts';
import { nameOf, type RecordKind, type SettingRecord } from '../frame/records/record-kind.ts';

/** What one place costs, in cents. */
export type ProductPrice = { audienceSubcategoryId: string; priceCents: number };

/** A line of a product; without an id it is new. */
export type ProductLine = {
  id?: string;
  name: string;
  role: LineRole;
  productId: string | null;
  performanceIds: string[];
  seatCategoryId: string | null;
  quantity: number;
  per: number | null;
  rounding: Rounding | null;
  prices: ProductPrice[];
};

/** A date and time visits start at. */
export type ProductSlot = {
  id?: string;
  startsAt: string;
  timeZone?: string;
  guide: string | null;
  capacity: number;
  free?: number;
};

/** A product of a season. */
export type ProductRecord = SettingRecord & {
  organisationId: string;
  seasonId: string;
  seasonName: string;
  familyId: string;
  kind: ProductKind;
  code: string;
  active: boolean;
  activityId: string | null;
  venueId: string | null;
  contingentId: string | null;
  /** Of an article or service; null: without a limit. */
  capacity: number | null;
  slots: readonly ProductSlot[];
  prices: readonly ProductPrice[];
  lines: readonly ProductLine[];
  ownLineId: string | null;
};

export const productKind: RecordKind<ProductRecord> = {
  resource: 'products',
  subject: 'product',
  words: 'product',
  list: { page: 'frame.page.products', to: '/products' },
  fields: [
    'seasonId',
    'familyId',
    'kind',
    'code',
    'name',
    'names',
    'active',
    'activityId',
    'venueId',
    'contingentId',
    'capacity',
    'slots',
    'prices',
    'lines',
  ],
  nullable: ['capacity'],
  name: nameOf,
};
