import { z } from 'zod';
import { lineRoles, productKinds, roundings } from '../../../rules/catalogue/product-kinds.ts';
import { Code, Instant, Name, NamesByLanguage } from '../../records/fields.ts';

const capacity = z.int().min(0).max(100_000);
const prices = z
  .array(
    z.strictObject({
      audienceSubcategoryId: z.uuid(),
      priceCents: z.int().min(0).max(100_000_000).meta({ description: 'Of one place, in cents' }),
    }),
  )
  .max(100);

/** A line of a product as it is said. */
export const productLine = {
  id: z.uuid().nullish().meta({ description: 'Of a line there is already; without it a line is new' }),
  name: Name,
  role: z.enum(lineRoles),
  productId: z.uuid().nullish().meta({ description: 'An article, service or visit; else the next two' }),
  performanceIds: z.array(z.uuid()).max(200).meta({ description: 'One of them is chosen' }),
  seatCategoryId: z.uuid().nullish(),
  quantity: z.int().min(1).max(1_000).meta({ description: 'Places per unit; of a companion, per ratio' }),
  per: z.int().min(1).max(10_000).nullish().meta({ description: 'A companion comes once per so many units' }),
  rounding: z.enum(roundings).nullish(),
  prices,
};

const slot = {
  id: z.uuid().nullish(),
  startsAt: Instant,
  guide: z.string().trim().max(120).nullish(),
  capacity,
  timeZone: z.string().max(60).nullish().meta({ description: 'As it was read; not changed', readOnly: true }),
  free: z.int().nullish().meta({ description: 'As it was read; not changed', readOnly: true }),
};

/** All that may be said of a product. */
export const productFields = {
  seasonId: z.uuid(),
  familyId: z.uuid(),
  kind: z.enum(productKinds),
  code: Code,
  name: Name,
  names: NamesByLanguage,
  active: z.boolean(),
  activityId: z.uuid().nullable().meta({ description: 'Of what is counted: it says how its deadlines run' }),
  venueId: z.uuid().nullable().meta({ description: 'Where visits start' }),
  contingentId: z.uuid().nullable().meta({ description: 'What is counted is drawn from it' }),
  capacity: capacity.nullable().meta({ description: 'Of an article or service; null: without a limit' }),
  slots: z.array(z.strictObject(slot)).max(500).meta({ description: 'Of a visit' }),
  prices: prices.meta({ description: 'Of what is counted' }),
  lines: z.array(z.strictObject(productLine)).max(60),
};

/** What the writers of a product's parts are told; a field that was not given is as it was. */
export const ProductParts = z.object(productFields).partial();
export type ProductPartsInput = z.output<typeof ProductParts>;
export type ProductLineInput = NonNullable<ProductPartsInput['lines']>[number];
export type ProductSlotInput = NonNullable<ProductPartsInput['slots']>[number];
