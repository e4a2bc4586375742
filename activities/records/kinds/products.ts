import { z } from 'zod';
import { productList } from '../../../database/read-models/products.ts';
import { isCounted, roundings } from '../../../rules/catalogue/product-kinds.ts';
import {
  type ProductLineInput,
  ProductParts,
  productFields,
  productLine,
} from '../../catalogue/products/product-input.ts';
import { writeProduct } from '../../catalogue/products/write-product.ts';
import type { FieldError } from '../../problem.ts';
import { ownedBy } from '../owned-by.ts';
import { defineRecord, type RecordValues } from '../record-kind.ts';

const parts = ['activityId', 'venueId', 'capacity', 'slots', 'prices', 'lines'] as const;

/** Products of the families other than single entries (seed 004): season tickets, packages, articles, services, visits. */
export const productRecords = defineRecord({
  subject: 'product',
  table: 'product',
  fields: z.strictObject(productFields),
  required: ['seasonId', 'familyId', 'kind', 'code', 'name'],
  fixed: ['seasonId', 'kind', 'venueId', 'contingentId'],
  references: {
    seasonId: 'season',
    familyId: 'product_family',
    activityId: 'season_activity',
    venueId: 'venue',
    contingentId: 'contingent',
  },
  json: ['names'],
  apart: [...parts],
  row: z
    .object({
      id: z.uuid(),
      organisationId: z.uuid(),
      seasonName: z.string(),
      optionsAllowed: z.boolean(),
      ownLineId: z.uuid().nullable(),
      ...productFields,
      slots: z.array(
        z.object({
          id: z.uuid(),
          startsAt: z.string(),
          timeZone: z.string(),
          guide: z.string().nullable(),
          capacity: z.int(),
          free: z.int(),
        }),
      ),
      lines: z.array(
        z.object({
          ...productLine,
          id: z.uuid(),
          productId: z.uuid().nullable(),
          seatCategoryId: z.uuid().nullable(),
          per: z.int().nullable(),
          rounding: z.enum(roundings).nullable(),
        }),
      ),
      version: z.int(),
    })
    .meta({ id: 'Product' }),
  list: productList,
  check: productFaults,
  derive: async ({ db }, { seasonId }, before) => (before === null ? ownedBy(db, 'season', seasonId) : {}),
  after: async (verb, id, values) => {
    await writeProduct(verb, id, values);
    return undefined;
  },
});

/** What is wrong with a product, wherever it comes from. */
function productFaults(product: RecordValues): FieldError[] {
  const {
    kind,
    contingentId,
    venueId,
    lines = [],
    slots = [],
    capacity: limited,
  } = ProductParts.parse(product);
  const counted = kind !== undefined && isCounted(kind);
  const wanted = (path: string, missing: boolean) => (missing ? [{ path, code: 'field.required' }] : []);
  const strange = (path: string, there: boolean) => (there ? [{ path, code: 'field.invalid' }] : []);
  return [
    ...wanted('contingentId', counted && typeof contingentId !== 'string'),
    ...wanted('venueId', kind === 'visit' && typeof venueId !== 'string'),
    ...strange('slots', kind !== 'visit' && slots.length > 0),
    ...strange('capacity', kind !== 'article' && kind !== 'service' && typeof limited === 'number'),
    ...wanted('lines', !counted && !lines.some(({ role }) => role === 'mandatory')),
    ...strange('lines.0.role', !counted && lines.length > 0 && lines[0]?.role !== 'mandatory'),
    ...lines.flatMap((each, at) => lineFaults(each, `lines.${at}`)),
  ];
}

function lineFaults(each: ProductLineInput, path: string): FieldError[] {
  const { role, productId, performanceIds, seatCategoryId, per, rounding, prices: told } = each;
  const of = typeof productId === 'string';
  const companion = role === 'companion';
  const required = (field: string, missing: boolean) =>
    missing ? [{ path: `${path}.${field}`, code: 'field.required' }] : [];
  const subcategories = told.map(({ audienceSubcategoryId }) => audienceSubcategoryId);
  return [
    ...required('performanceIds', !of && performanceIds.length === 0),
    ...required('seatCategoryId', !of && typeof seatCategoryId !== 'string'),
    ...required('per', companion && typeof per !== 'number'),
    ...required('rounding', companion && typeof rounding !== 'string'),
    ...(new Set(subcategories).size === subcategories.length
      ? []
      : [{ path: `${path}.prices`, code: 'field.duplicate' }]),
  ];
}
