import { productFamilyRecords } from '../../../activities/records/kinds/events.ts';
import { optionProfileRecords } from '../../../activities/records/kinds/option-profiles.ts';
import { productRecords } from '../../../activities/records/kinds/products.ts';
import { seasonRecords } from '../../../activities/records/kinds/seasons.ts';
import { changeRecord, createRecord } from '../../../activities/records/write-record.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import { isCounted } from '../../../rules/catalogue/product-kinds.ts';
import type { DemoClock } from './demo-clock.ts';
import {
  type DemoProduct,
  type DemoProductLine,
  demoProducts,
  productDaysToAnswer,
} from './demo-products.ts';
import type { DemoStage, OpenProduct } from './demo-stage.ts';
import type { IdsByCode } from './ids-by-code.ts';

/** What the house knows already when its products are made. */
export interface ProductGround {
  organisationId: string;
  ids: IdsByCode;
  performances: DemoStage['performances'];
  /** By `CATEGORY/SUBCATEGORY`. */
  subcategories: DemoStage['subcategories'];
}

/**
 * Opens the season to options on products, makes what is sold beside seats, and a profile for season tickets with a payment
 * date. Answers the products by their codes.
 */
export async function openProducts(
  caller: (key: string) => VerbCaller,
  clock: DemoClock,
  ground: ProductGround,
): Promise<Map<string, OpenProduct>> {
  const { organisationId, ids } = ground;
  await changeRecord(caller('season/products'), seasonRecords, {
    id: ids('season', 'DEMO'),
    version: null,
    values: {
      productOptionsAllowed: true,
      productDaysAfterPlacement: productDaysToAnswer,
      productDaysBeforePerformance: 3,
    },
  });
  const shop = await createRecord(caller('product-family/BOUTIQUE'), productFamilyRecords, {
    code: 'BOUTIQUE',
    name: 'Boutique',
    names: { fr: 'Boutique', en: 'Shop' },
  });
  const familyOf = (code: string) => (code === 'BOUTIQUE' ? shop.id : ids('product_family', code));
  const open = new Map<string, OpenProduct>();
  for (const product of demoProducts(clock)) {
    const made = await createRecord(caller(`product/${product.code}`), productRecords, {
      code: product.code,
      name: product.name,
      kind: product.kind,
      seasonId: ids('season', 'DEMO'),
      familyId: familyOf(product.family),
      ...(isCounted(product.kind) ? countedBy(ground, clock, product) : {}),
      lines: product.lines.map((line) => lineOf(ground, open, line)),
    });
    const own: [string, string][] = made.ownLineId === null ? [] : [[product.name, made.ownLineId]];
    open.set(product.code, {
      id: made.id,
      lines: new Map([...own, ...made.lines.map(({ name, id }): [string, string] => [name, id])]),
      slots: made.slots.map(({ id }) => id),
    });
  }
  await createRecord(caller('option-profile/ABONNEMENTS'), optionProfileRecords, {
    organisationId,
    kind: 'products',
    code: 'ABONNEMENTS',
    name: 'Abonnements de la saison',
    names: { fr: 'Abonnements de la saison', en: 'Season tickets' },
    startsOn: clock.day(-90),
    paymentOn: clock.day(45),
    productIds: ['ABO-THEATRE', 'ABO-MUSIQUE'].flatMap((code) => open.get(code)?.id ?? []),
    channelIds: [ids('sales_channel', 'BACK-OFFICE')],
    state: 'validated',
  });
  return open;
}

/** What a visit, an article or a service says of itself. */
function countedBy(
  ground: ProductGround,
  clock: DemoClock,
  { kind, activity = 'SPECTACLES', priceCents = 0, capacity, slots = [] }: DemoProduct,
) {
  const { ids } = ground;
  return {
    activityId: ids('season_activity', activity),
    contingentId: ids('contingent', 'COLLECTIVITES'),
    prices: prices(ground, priceCents),
    ...(capacity === undefined ? {} : { capacity }),
    ...(kind === 'visit'
      ? {
          venueId: ids('venue', 'ACCUEIL'),
          slots: slots.map(({ day, time, ...slot }) => ({ ...slot, startsAt: clock.at(day, time) })),
        }
      : {}),
  };
}

function lineOf(ground: ProductGround, open: ReadonlyMap<string, OpenProduct>, line: DemoProductLine) {
  const { name, role, priceCents, per, rounding } = line;
  return {
    name,
    role,
    quantity: 1,
    prices: prices(ground, priceCents),
    ...(per === undefined ? {} : { per, rounding }),
    ...placesOf(ground, open, line),
  };
}

function placesOf(
  { performances }: ProductGround,
  open: ReadonlyMap<string, OpenProduct>,
  line: DemoProductLine,
) {
  if ('product' in line) return { productId: open.get(line.product)?.id, performanceIds: [] };
  const rooms = line.performances.flatMap((name) => performances.get(name) ?? []);
  return {
    performanceIds: rooms.map(({ id }) => id),
    seatCategoryId: rooms[0]?.categories.get('PARTERRE'),
  };
}

/** The price options take by default, whoever the contact is. */
function prices({ subcategories }: ProductGround, priceCents: number) {
  return Object.entries(subcategories).flatMap(([code, audienceSubcategoryId]) =>
    code.endsWith('/OPTION') ? [{ audienceSubcategoryId, priceCents }] : [],
  );
}
