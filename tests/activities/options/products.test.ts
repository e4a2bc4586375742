import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelConfirmation } from '../../../activities/options/cancel-confirmation.ts';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { changeOption } from '../../../activities/options/change-option.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { duplicateOption } from '../../../activities/options/duplicate-option.ts';
import { lapseOption } from '../../../activities/options/lapse-option.ts';
import { meetOption } from '../../../activities/options/meet-option.ts';
import type { ProductRequest } from '../../../activities/options/new-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { limitationTableRecords } from '../../../activities/records/kinds/limitation-tables.ts';
import { optionProfileRecords } from '../../../activities/records/kinds/option-profiles.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { extraChoiceRight } from '../../../rules/options/rights.ts';
import { ProductStage } from './support/products.ts';
import { inDays, Stage } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

let stage: Stage;
let house: ProductStage;
let family: string;
let shows: [string, string];

beforeAll(async () => {
  stage = await Stage.open();
  house = await ProductStage.open(stage);
  family = await house.family('FORFAITS');
  shows = [
    await stage.performance(house.house, { startsAt: inDays(50), stock: [{ capacity: 30 }] }),
    await stage.performance(house.house, { startsAt: inDays(40), stock: [{ capacity: 12 }] }),
  ];
});
afterAll(() => stage.close());

const asking = async (productId: string, quantity: number, more: Partial<ProductRequest> = {}) => ({
  contactId: await stage.contact(),
  productId,
  quantity,
  ...more,
});

/** What is counted of a product's own performances, by its first slot. */
async function own(productId: string) {
  const { rows } = await stage.owner.query<{
    held: number;
    ordered: number;
    tentative: number;
    free: number;
  }>(
    `select t.held, t.ordered, t.tentative, t.capacity + t.overbooking - t.held - t.ordered as free
     from product_line l join product_choice c on c.line_id = l.id join performance p on p.id = c.performance_id
     join stock t on t.performance_id = p.id where l.product_id = $1 and l.own order by p.starts_at limit 1`,
    [productId],
  );
  return rows[0]!;
}

/** The rule at fault of an input, by path. */
async function faults(work: Promise<unknown>): Promise<Record<string, string>> {
  try {
    await work;
    return {};
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return Object.fromEntries((error.details.errors ?? []).map(({ path, code }) => [path, code]));
  }
}

describe('a package of two shows with a programme for each and a guide for ten', () => {
  let productId: string;
  let guides: string;
  beforeAll(async () => {
    const programme = await house.article('PROGRAMME', null, family);
    guides = (await house.article('GUIDE', 5, family)).id;
    const made = await house.composed(
      'package',
      'DUO',
      [
        { name: 'Premier spectacle', performanceIds: [shows[0]] },
        { name: 'Second spectacle', performanceIds: [shows[1]], priceCents: 1000 },
        { name: 'Programme', productId: programme.id, role: 'optional', priceCents: 300 },
        {
          name: 'Accompagnateur',
          productId: guides,
          role: 'companion',
          per: 10,
          rounding: 'up',
          priceCents: 0,
        },
      ],
      family,
    );
    productId = made.id;
  });

  it('is requested, placed, confirmed, taken back and withdrawn as seats are, with all its lines', async () => {
    const asked = await requestOption(stage.caller(), await asking(productId, 11));
    expect(asked).toMatchObject({
      kind: 'product',
      product: { id: productId, quantity: 11 },
      state: 'requested',
    });
    expect(asked.lines.map(({ requestedQuantity }) => requestedQuantity)).toEqual([11, 11, 2]);
    const { id: optionId } = asked;
    const placed = await placeOption(stage.caller(), { optionId });
    // the earliest of its performances is what the option is past by, and what its due date goes by
    expect((await stage.option(optionId)).performance_id).toBe(shows[1]);
    expect(placed.lines.map(({ placed: [places] }) => [places!.quantity, places!.priceCents])).toEqual([
      [11, 1500],
      [11, 1000],
      [2, 0],
    ]);
    expect(await stage.counted(shows[0])).toMatchObject({ held: 11 });
    const confirmed = await confirmOption(stage.caller(), { optionId });
    const { rows } = await stage.owner.query<{ total: number }>(
      'select total_cents as total from customer_order where id = $1',
      [confirmed.orderId],
    );
    expect(rows[0]!.total).toBe(11 * 2500);
    expect((await stage.lastSnapshot(optionId)).lines.map((line) => line.seatCategory)).toEqual([
      'Premier spectacle',
      'Second spectacle',
      'Accompagnateur',
    ]);
    expect((await stage.lastSnapshot(optionId)).performance.eventName).toBe('DUO');
    expect(await own(guides)).toMatchObject({ held: 0, ordered: 2 });
    await cancelConfirmation(stage.caller(), { optionId });
    expect(await own(guides)).toMatchObject({ held: 2, ordered: 0 });
    await refuseOption(stage.caller(), { optionId });
    expect(await stage.counted(shows[0])).toMatchObject({ held: 0, ordered: 0 });
    expect((await cancelRefusal(stage.caller(), { optionId })).state).toBe('placed');
    expect(await stage.counted(shows[1])).toMatchObject({ held: 11 });
    await withdrawOption(stage.caller(), { optionId });
    expect([await stage.counted(shows[0]), await stage.counted(shows[1]), await own(guides)]).toMatchObject([
      { held: 0 },
      { held: 0 },
      { held: 0 },
    ]);
  });

  it('is placed whole or not at all', async () => {
    // the second show has 12 places
    expect(await refusal(placeDirectly(stage.caller(), await asking(productId, 13)))).toBe(
      'stock.insufficient',
    );
    expect(await stage.counted(shows[0])).toMatchObject({ held: 0 });
    const { id: optionId, lines } = await requestOption(stage.caller(), await asking(productId, 6));
    const [one, two] = lines;
    const place = (granted: [number, number]) =>
      placeOption(stage.caller(), {
        optionId,
        lines: [
          { lineId: one!.id, quantity: granted[0] },
          { lineId: two!.id, quantity: granted[1] },
        ],
      });
    expect(await faults(place([6, 5]))).toEqual({ 'lines.1.quantity': 'product.whole' });
    expect(await faults(place([6, 0]))).toEqual({ 'lines.1.quantity': 'product.whole' });
    const fewer = await place([4, 4]);
    expect(fewer.lines.map(({ placed }) => placed.map(({ quantity }) => quantity))).toEqual([[4], [4], []]);
    await withdrawOption(stage.caller(), { optionId });
  });

  it('says which line is wrong', async () => {
    const programme = (await house.article('AFFICHE', 3, family)).id;
    const ask = async (lines: ProductRequest['lines']) =>
      faults(requestOption(stage.caller(), await asking(productId, 3, { lines })));
    const { rows } = await stage.owner.query<{ id: string; name: string }>(
      'select id, name from product_line where product_id = $1 order by position',
      [productId],
    );
    const line = (name: string) => rows.find((row) => row.name === name)!.id;
    expect(await ask([{ productLineId: line('Premier spectacle'), quantity: 2 }])).toEqual({
      'lines.0.quantity': 'product.mandatory',
    });
    expect(await ask([{ productLineId: line('Accompagnateur'), quantity: 2 }])).toEqual({
      'lines.0.quantity': 'field.tooLarge',
    });
    expect(await ask([{ productLineId: programme }])).toEqual({ 'lines.0.productLineId': 'field.reference' });
    expect(await ask([{ productLineId: line('Premier spectacle'), performanceId: shows[1] }])).toEqual({
      'lines.0.performanceId': 'field.reference',
    });
  });
});

describe('a season ticket', () => {
  let productId: string;
  let choice: string;
  let evenings: [string, string, string];
  beforeAll(async () => {
    evenings = [
      await stage.performance(house.house, { startsAt: inDays(60), stock: [{ capacity: 20 }] }),
      await stage.performance(house.house, { startsAt: inDays(61), stock: [{ capacity: 20 }] }),
      await stage.performance(house.house, { startsAt: inDays(62), stock: [{ capacity: 2 }] }),
    ];
    const made = await house.composed(
      'season-ticket',
      'LIBERTE',
      [
        { name: 'Ouverture', performanceIds: [shows[0]] },
        { name: 'Au choix', performanceIds: [...evenings] },
      ],
      family,
    );
    productId = made.id;
    choice = made.lines.find(({ name }) => name === 'Au choix')!.id!;
  });
  const wishing = (...performanceIds: string[]) => ({
    lines: performanceIds.map((performanceId) => ({ productLineId: choice, performanceId })),
  });
  const held = async () => {
    const counted = await Promise.all(evenings.map((evening) => stage.counted(evening)));
    return counted.map((each) => each.held);
  };

  it('is granted an extra choice while it is placed, with its date, its price and its places', async () => {
    const asked = await requestOption(stage.caller(), await asking(productId, 4, wishing(evenings[0])));
    const { id: optionId } = asked;
    const placed = await placeOption(stage.caller(), { optionId });
    const lines = asked.lines.map(({ id, requestedQuantity }) => ({
      lineId: id,
      quantity: requestedQuantity,
    }));
    const extra = (performanceId: string | null, quantity: number | null = null) =>
      placeOption(stage.caller(), {
        optionId,
        lines,
        extraChoices: [{ productLineId: choice, performanceId, quantity }],
      });
    expect(await faults(extra(null))).toEqual({ 'extraChoices.0.performanceId': 'product.choice' });
    expect(await faults(extra(evenings[0]))).toEqual({ 'extraChoices.0.performanceId': 'field.duplicate' });
    expect(await faults(extra(evenings[1], 5))).toEqual({ 'extraChoices.0.quantity': 'field.tooLarge' });
    // the third evening has two places: the whole stays as it was
    expect(await refusal(extra(evenings[2]))).toBe('stock.insufficient');
    expect(await held()).toEqual([4, 0, 0]);
    const answer = await extra(evenings[1], 3);
    expect(answer.lines.map((line) => [line.requestedQuantity, line.placed[0]?.priceCents])).toEqual([
      [4, 1500],
      [4, 1500],
      [3, 1500],
    ]);
    expect(answer.confirmationDueAt).toBe(placed.confirmationDueAt);
    expect(await held()).toEqual([4, 3, 0]);
    const { rows } = await stage.owner.query<{ requested: number; placed: number }>(
      'select requested_quantity as requested, placed_quantity as placed from seat_option where id = $1',
      [optionId],
    );
    expect(rows[0]).toEqual({ requested: 11, placed: 11 });
    // moved to the evening the first choice has: not twice the same
    const third = answer.lines[2]!;
    const moved = [...lines, { lineId: third.id, quantity: 3, performanceId: evenings[0] }];
    expect(await faults(placeOption(stage.caller(), { optionId, lines: moved }))).toEqual({
      'lines.2.quantity': 'field.duplicate',
    });
    await confirmOption(stage.caller(), { optionId });
    // an extra choice goes alone, the ticket stays
    const left = await lapseOption(stage.caller(), { optionId, lineIds: [third.id] });
    expect([left.state, left.lines.map((line) => line.placed.length)]).toEqual(['confirmed', [1, 1, 0]]);
    await lapseOption(stage.caller(), { optionId });
    expect(await held()).toEqual([0, 0, 0]);
    expect((await checkGauges(stage.caller(), {})).drift).toEqual([]);
  });

  it('is requested with an extra choice, which a change keeps as told', async () => {
    const request = await asking(productId, 2, wishing(evenings[0], evenings[1]));
    const asked = await requestOption(stage.caller(), request);
    expect(asked.lines.map(({ performanceId }) => performanceId)).toEqual([
      shows[0],
      evenings[0],
      evenings[1],
    ]);
    const copy = await duplicateOption(stage.caller(), { optionId: asked.id });
    expect(copy.lines.map(({ performanceId }) => performanceId)).toEqual([
      shows[0],
      evenings[0],
      evenings[1],
    ]);
    await placeOption(stage.caller(), { optionId: asked.id });
    expect(await held()).toEqual([2, 2, 0]);
    await withdrawOption(stage.caller(), { optionId: asked.id });
    const changed = await changeOption(stage.caller(), {
      ...request,
      optionId: copy.id,
      ...wishing(evenings[1], evenings[2]),
    });
    expect(changed.lines.map(({ performanceId }) => performanceId)).toEqual([
      shows[0],
      evenings[1],
      evenings[2],
    ]);
    await withdrawOption(stage.caller(), { optionId: copy.id });
  });

  it('has extra choices granted by those who have the right', async () => {
    const rights = { [house.house.organisationId]: ['options.products.placement:create'] };
    const without = () => ({ ...stage.caller(), actor: { ...stage.caller().actor, rights } });
    const direct = await asking(productId, 1, wishing(evenings[0], evenings[1]));
    expect(await refusal(placeDirectly(without(), direct))).toBe('request.forbidden');
    const { id: optionId } = await placeDirectly(without(), await asking(productId, 1, wishing(evenings[0])));
    const extraChoices = [{ productLineId: choice, performanceId: evenings[1] }];
    expect(await refusal(placeOption(without(), { optionId, extraChoices }))).toBe('request.forbidden');
    rights[house.house.organisationId]!.push(extraChoiceRight);
    expect((await placeOption(without(), { optionId, extraChoices })).lines).toHaveLength(3);
    await withdrawOption(stage.caller(), { optionId });
  });
});

describe('the release of a part', () => {
  const programmes = (optionId: string, name: string) =>
    stage.owner
      .query<{ id: string }>(
        `select l.id from option_line l join product_line p on p.id = l.product_line_id
         where l.option_id = $1 and p.name = $2`,
        [optionId, name],
      )
      .then(({ rows }) => rows[0]!.id);

  /** Placed with an optional programme each. */
  async function placed(code: string) {
    const programme = await house.article(`${code}-P`, 40, family);
    const { id: productId } = await house.composed(
      'package',
      code,
      [
        { name: 'Spectacle', performanceIds: [shows[0]] },
        { name: 'Programme', productId: programme.id, role: 'optional', priceCents: 300 },
      ],
      family,
    );
    const { rows } = await stage.owner.query<{ id: string }>(
      `select id from product_line where product_id = $1 and name = 'Programme'`,
      [productId],
    );
    const request = await asking(productId, 4, { lines: [{ productLineId: rows[0]!.id }] });
    const { id: optionId } = await placeDirectly(stage.caller(), request);
    return { optionId, programme: programme.id, contactId: request.contactId };
  }

  it('lets an optional line go alone, off the order too', async () => {
    const { optionId, programme } = await placed('SOIREE');
    const confirmed = await confirmOption(stage.caller(), { optionId });
    const lineIds = [await programmes(optionId, 'Programme')];
    const left = await lapseOption(stage.caller(), { optionId, lineIds });
    expect([left.state, left.lines.map((line) => line.placed.length)]).toEqual(['confirmed', [1, 0]]);
    expect(await own(programme)).toMatchObject({ ordered: 0, held: 0 });
    const { rows } = await stage.owner.query<{ total: number }>(
      'select total_cents as total from customer_order where id = $1',
      [confirmed.orderId],
    );
    expect(rows[0]!.total).toBe(4 * 1500);
    expect(await stage.told(optionId)).toEqual(['confirmation superseded', 'confirmation owed']);
    expect((await checkGauges(stage.caller(), {})).drift).toEqual([]);
    await lapseOption(stage.caller(), { optionId });
  });

  it('takes the whole package with a mandatory line, and the whole of an insured order', async () => {
    const first = await placed('MATINEE');
    const lineIds = [await programmes(first.optionId, 'Spectacle')];
    expect((await lapseOption(stage.caller(), { optionId: first.optionId, lineIds })).state).toBe('lapsed');
    expect(await own(first.programme)).toMatchObject({ held: 0 });
    const second = await placed('GALA');
    await confirmOption(stage.caller(), { optionId: second.optionId, insured: true });
    const optional = [await programmes(second.optionId, 'Programme')];
    const lapsed = await lapseOption(stage.caller(), { optionId: second.optionId, lineIds: optional });
    expect(lapsed.state).toBe('lapsed');
  });

  it('is skipped by time for a contact in credit, who is overdue instead', async () => {
    await house.season({ productDaysAfterPlacement: 5 });
    const { optionId, contactId, programme } = await placed('CREDIT');
    await house.season({ productDaysAfterPlacement: null });
    await stage.owner.query('update contact set credit_cents = 100 where id = $1', [contactId]);
    const { next_action_at: due } = await stage.option(optionId);
    const dueAt = due!.toISOString();
    const met = await meetOption({ ...stage.caller(), now: dueAt }, { optionId, dueAt });
    expect(met.outcome).toBe('flagged');
    expect(await stage.option(optionId)).toMatchObject({ state: 'placed', end_policy: 'flag' });
    expect(await own(programme)).toMatchObject({ held: 4 });
    // with the performance it ends all the same
    const { next_action_at: last } = await stage.option(optionId);
    const startsAt = last!.toISOString();
    const end = await meetOption({ ...stage.caller(), now: startsAt }, { optionId, dueAt: startsAt });
    expect(end.outcome).toBe('lapsed');
  });
});

describe('an article of which there are few', () => {
  it('is never oversold, however many place it at once', async () => {
    const { id } = await house.article('COFFRET', 10, family);
    const requests = await Promise.all(Array.from({ length: 8 }, () => asking(id, 3)));
    const outcomes = await Promise.all(
      requests.map((request) => refusal(placeDirectly(stage.caller(), request))),
    );
    expect(outcomes.filter((code) => code === null)).toHaveLength(3);
    expect(new Set(outcomes)).toEqual(new Set([null, 'stock.insufficient']));
    expect(await own(id)).toMatchObject({ held: 9, free: 1 });
    expect((await checkGauges(stage.caller(), {})).drift).toEqual([]);
  });

  it('goes over its number by the season’s percentage, for options only', async () => {
    await house.season({ productOverbookingAllowed: true, productOverbookingPercent: 50 });
    const { id } = await house.article('TASSE', 4, family);
    const placed = await placeDirectly(stage.caller(), await asking(id, 6));
    expect(await own(id)).toMatchObject({ held: 6, free: 0 });
    // a confirmation is held against what there is
    expect(await refusal(confirmOption(stage.caller(), { optionId: placed.id }))).toBe('stock.insufficient');
    await house.season({ productOverbookingAllowed: false, productOverbookingPercent: 0 });
    expect(await own(id)).toMatchObject({ held: 6, free: -2 });
  });
});

describe('a guided visit', () => {
  it('is asked for at one of its slots and may be placed at another', async () => {
    const visit = await house.visit('VISITE', [20, 21], 20, family, []);
    const [first, second] = visit.slots;
    expect(await faults(requestOption(stage.caller(), await asking(visit.id, 8)))).toEqual({
      lines: 'product.choice',
    });
    const productLineId = visit.ownLineId!;
    const asked = await requestOption(
      stage.caller(),
      await asking(visit.id, 8, { lines: [{ productLineId, performanceId: second!.id }] }),
    );
    const lineId = asked.lines[0]!.id;
    const place = (performanceId: string) =>
      placeOption(stage.caller(), { optionId: asked.id, lines: [{ lineId, quantity: 8, performanceId }] });
    expect((await place(second!.id)).firstPerformanceStartsAt).toBe(new Date(second!.startsAt).toISOString());
    expect((await place(first!.id)).firstPerformanceStartsAt).toBe(new Date(first!.startsAt).toISOString());
    expect(await own(visit.id)).toMatchObject({ held: 8 });
    expect(await faults(place(shows[0]))).toEqual({ 'lines.0.performanceId': 'field.reference' });
  });
});

describe('the settings about options on products', () => {
  it('are the season’s: not allowed refuses, not deducting holds in name only, days are its own', async () => {
    const { id } = await house.article('AFFICHETTE', 2, family);
    await house.season({ productOptionsAllowed: false });
    expect(await refusal(requestOption(stage.caller(), await asking(id, 1)))).toBe('authorisation.refused');
    await house.season({
      productOptionsAllowed: true,
      productDeductsAvailability: false,
      productDaysAfterPlacement: 3,
    });
    const placed = await placeDirectly(stage.caller(), await asking(id, 5));
    expect(await own(id)).toMatchObject({ held: 0, tentative: 5 });
    expect(placed.confirmationDueRule).toBe('after-placement');
    await house.season({ productDeductsAvailability: true, productDaysAfterPlacement: null });
  });

  it('count a family by its tables, and ask profiles for products at request only', async () => {
    const typeId = await stage.insert('collectivity_type', { code: 'CE', name: 'Comité' });
    const contactId = await stage.contact({
      kind: 'structure',
      structure_type: 'community',
      acceptance: 'accepted',
      collectivity_type_id: typeId,
    });
    const other = await house.family('BOUTIQUE');
    const { id } = await house.article('LIVRE', null, other);
    await createRecord(stage.caller(), limitationTableRecords, {
      organisationId: house.house.organisationId,
      code: 'LIVRES',
      name: 'Livres des comités',
      familyId: other,
      maximumPerSeason: 5,
      state: 'validated',
      collectivityTypeIds: [typeId],
    });
    const place = async (quantity: number) =>
      refusal(placeDirectly(stage.caller(), { contactId, productId: id, quantity }));
    expect([await place(4), await place(2), await place(1)]).toEqual([null, 'authorisation.refused', null]);
    await stage.owner.query(`update option_profile set state = 'draft' where kind = 'products'`);
    const request = async () => refusal(requestOption(stage.caller(), await asking(id, 1)));
    expect(await request()).toBe('authorisation.refused');
    await createRecord(stage.caller(), optionProfileRecords, {
      organisationId: house.house.organisationId,
      kind: 'products',
      code: 'LIVRES',
      name: 'Livres',
      state: 'validated',
      productIds: [id],
    });
    expect(await request()).toBeNull();
  });
});
