import { sql } from 'kysely';
import type { Names } from '../../../database/entities/columns.ts';
import { withoutLimit } from '../../../database/read-models/products.ts';
import { dueInstant } from '../../../rules/options/calendar.ts';
import { newId } from '../../new-id.ts';
import { type FieldError, Problem } from '../../problem.ts';
import type { Verb } from '../../verb.ts';
import { type WantedRow, writeStockRows } from '../writing/stock-rows.ts';
import { countingPlace } from './counting-place.ts';
import type { ProductPartsInput, ProductSlotInput } from './product-input.ts';
import type { ProductRow } from './product-row.ts';
import { writePrices } from './write-lines.ts';

/** A product that is counted by itself. */
export type CountedProduct = ProductRow & { kind: 'article' | 'service' | 'visit' };

interface OwnLine {
  id: string;
  seatCategoryId: string;
}

/**
 * Writes what a visit, an article or a service counts by itself: an event whose performances are its slots, or stand for
 * what there is of it, their stock, and the product's own line with its prices.
 * @throws Problem `request.invalid` | `record.inUse` for a slot that is taken out or moved while somebody has places at it.
 */
export async function writeCounted(
  verb: Verb,
  product: CountedProduct,
  parts: ProductPartsInput,
): Promise<void> {
  const eventId = await writeEvent(verb, product, parts.activityId ?? null);
  const line = (await ownLine(verb, product.id)) ?? (await openLine(verb, product, parts.venueId ?? null));
  if (parts.prices !== undefined) await writePrices(verb, line.id, parts.prices, 'prices');
  if (parts.name !== undefined)
    verb.write(verb.db.updateTable('product_line').set({ name: product.name }).where('id', '=', line.id));
  if (product.kind === 'visit') {
    if (parts.slots !== undefined) await writeSlots(verb, product, eventId, line, parts.slots);
    return;
  }
  await writeSupply(verb, product, eventId, line, parts.capacity);
}

/** The event a product is counted under bears its name. */
async function writeEvent(verb: Verb, product: CountedProduct, activityId: string | null): Promise<string> {
  const { code, name, familyId } = product;
  const names = sql<Names>`${JSON.stringify(product.names)}::jsonb`;
  if (product.eventId !== null) {
    await verb.db
      .updateTable('show_event')
      .set({
        code,
        name,
        names,
        family_id: familyId,
        ...(activityId === null ? {} : { activity_id: activityId }),
      })
      .where('id', '=', product.eventId)
      .execute();
    return product.eventId;
  }
  const id = newId();
  await verb.db
    .insertInto('show_event')
    .values({
      id,
      institution_id: verb.institutionId,
      organisation_id: product.organisationId,
      season_id: product.seasonId,
      activity_id: activityId ?? (await firstActivity(verb, product.seasonId)),
      family_id: familyId,
      code,
      name,
      names,
      kind: product.kind === 'visit' ? 'visit' : 'article',
    })
    .execute();
  await verb.db.updateTable('product').set({ event_id: id }).where('id', '=', product.id).execute();
  return id;
}

async function firstActivity(verb: Verb, seasonId: string): Promise<string> {
  const found = await verb.db
    .selectFrom('season_activity')
    .select('id')
    .where('season_id', '=', seasonId)
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined)
    throw new Problem('request.invalid', { errors: [{ path: 'activityId', code: 'field.required' }] });
  return found.id;
}

async function ownLine(verb: Verb, productId: string): Promise<OwnLine | undefined> {
  return verb.db
    .selectFrom('product_line')
    .select(['id', 'seat_category_id as seatCategoryId'])
    .where('product_id', '=', productId)
    .where('own', '=', true)
    .executeTakeFirst();
}

async function openLine(verb: Verb, product: CountedProduct, venueId: string | null): Promise<OwnLine> {
  const { seatCategoryId } = await countingPlace(verb, product.organisationId, venueId);
  const line = { id: newId(), seatCategoryId };
  await verb.db
    .insertInto('product_line')
    .values({
      id: line.id,
      institution_id: verb.institutionId,
      product_id: product.id,
      position: 0,
      own: true,
      name: product.name,
      role: 'mandatory',
      seat_category_id: seatCategoryId,
    })
    .execute();
  return line;
}

/** One performance that can be had until the season ends stands for all there is of an article. */
async function writeSupply(
  verb: Verb,
  product: CountedProduct,
  eventId: string,
  line: OwnLine,
  capacity: number | null | undefined,
): Promise<void> {
  const [known] = await choicesOf(verb, line.id);
  if (known !== undefined && capacity === undefined) return;
  const zone = await zoneOf(verb, line);
  const endsAt = dueInstant(product.seasonEndsOn, zone.timeZone);
  const performanceId =
    known?.id ??
    (await addPerformance(verb, product, eventId, line, { ...zone, startsAt: endsAt, guide: null }));
  await writeStock(verb, product, line, [{ performanceId, capacity: capacity ?? withoutLimit }]);
}

async function writeSlots(
  verb: Verb,
  product: CountedProduct,
  eventId: string,
  line: OwnLine,
  slots: readonly ProductSlotInput[],
): Promise<void> {
  const known = await choicesOf(verb, line.id);
  await refuseTaken(verb, known, slots);
  const zone = await zoneOf(verb, line);
  const rows: { performanceId: string; capacity: number }[] = [];
  for (const { id, startsAt, guide = null, capacity } of slots) {
    const performanceId =
      id ?? (await addPerformance(verb, product, eventId, line, { ...zone, startsAt, guide }));
    if (id)
      await verb.db
        .updateTable('performance')
        .set({ starts_at: startsAt, guide, version: sql`version + 1` })
        .where('id', '=', id)
        .execute();
    rows.push({ performanceId, capacity });
  }
  const gone = known.filter(({ id }) => !slots.some((slot) => slot.id === id)).map(({ id }) => id);
  if (gone.length > 0) {
    await verb.db
      .deleteFrom('product_choice')
      .where('line_id', '=', line.id)
      .where('performance_id', 'in', gone)
      .execute();
    await verb.db.updateTable('performance').set({ state: 'closed' }).where('id', 'in', gone).execute();
  }
  await writeStock(verb, product, line, rows);
}

/** A slot of another product is none of this one; one that somebody has places at is neither moved nor taken out. */
async function refuseTaken(
  verb: Verb,
  known: readonly { id: string; startsAt: string }[],
  slots: readonly ProductSlotInput[],
): Promise<void> {
  const here = new Map(known.map((each) => [each.id, each]));
  const strange = slots.flatMap(({ id }, at): FieldError[] =>
    !id || here.has(id) ? [] : [{ path: `slots.${at}.id`, code: 'field.reference' }],
  );
  if (strange.length > 0) throw new Problem('request.invalid', { errors: strange });
  const changed = known.filter(({ id, startsAt }) => {
    const slot = slots.find((each) => each.id === id);
    return slot === undefined || Date.parse(slot.startsAt) !== Date.parse(startsAt);
  });
  if (changed.length === 0) return;
  const { rows } = await sql<{ count: number }>`select count(distinct o.id)::int as count
    from option_line l join seat_option o on o.id = l.option_id
    where l.performance_id = any(${changed.map(({ id }) => id)}::uuid[])
      and o.state not in ('lapsed', 'declined', 'withdrawn', 'cancelled')`.execute(verb.db);
  const count = rows[0]?.count ?? 0;
  if (count > 0)
    throw new Problem('record.inUse', { reasons: [{ code: 'performance.liveOptions', values: { count } }] });
}

async function choicesOf(verb: Verb, lineId: string): Promise<{ id: string; startsAt: string }[]> {
  return verb.db
    .selectFrom('product_choice')
    .innerJoin('performance', 'performance.id', 'product_choice.performance_id')
    .select(['performance.id', 'performance.starts_at as startsAt'])
    .where('product_choice.line_id', '=', lineId)
    .forUpdate('performance')
    .execute();
}

async function zoneOf(verb: Verb, line: OwnLine): Promise<{ venueId: string; timeZone: string }> {
  return verb.db
    .selectFrom('seat_category')
    .innerJoin('venue', 'venue.id', 'seat_category.venue_id')
    .select(['venue.id as venueId', 'venue.time_zone as timeZone'])
    .where('seat_category.id', '=', line.seatCategoryId)
    .executeTakeFirstOrThrow();
}

async function addPerformance(
  verb: Verb,
  product: CountedProduct,
  eventId: string,
  line: OwnLine,
  slot: { venueId: string; timeZone: string; startsAt: string; guide: string | null },
): Promise<string> {
  const id = newId();
  const institution_id = verb.institutionId;
  await verb.db
    .insertInto('performance')
    .values({
      id,
      institution_id,
      organisation_id: product.organisationId,
      event_id: eventId,
      venue_id: slot.venueId,
      starts_at: slot.startsAt,
      time_zone: slot.timeZone,
      guide: slot.guide,
    })
    .execute();
  await verb.db
    .insertInto('product_choice')
    .values({ id: newId(), institution_id, line_id: line.id, performance_id: id })
    .execute();
  return id;
}

/** Rows of products go above their capacity as the season's parameter says. */
async function writeStock(
  verb: Verb,
  product: CountedProduct,
  line: OwnLine,
  rows: readonly { performanceId: string; capacity: number }[],
): Promise<void> {
  const { contingentId, overbookingAllowed, overbookingPercent } = product;
  if (contingentId === null) return;
  const settings = { overbookingAllowed, overbookingPercent, overbookingBasis: 'quota' as const };
  const wanted: WantedRow[] = rows.map(({ performanceId, capacity }) => ({
    performanceId,
    seatCategoryId: line.seatCategoryId,
    contingentId,
    capacity,
    settings,
  }));
  await writeStockRows(verb, product.organisationId, wanted, { atOnce: true });
}
