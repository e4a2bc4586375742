import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { agreedDateRight } from '../../../rules/options/rights.ts';
import { inDays, Stage, type Theatre } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

const cat1 = (quantity: number) => ({ seatCategoryId: house.categories.CAT1, quantity });
const cat2 = (quantity: number) => ({ seatCategoryId: house.categories.CAT2, quantity });

async function request(performanceId: string, lines = [cat1(19)], more = {}) {
  const contactId = await stage.contact();
  return requestOption(stage.caller(), { contactId, performanceId, lines, ...more });
}

describe('the option no. 21 of the seed', () => {
  const now = '2015-07-23T08:40:00.000Z';

  it('asks for 19 tickets on Thursday 23 July 2015 and is due on Sunday 2 August, at the end of the day in Paris', async () => {
    const performanceId = await stage.performance(house, { startsAt: '2016-01-10T19:00:00.000Z' });
    const contactId = await stage.contact();
    const asked = await requestOption(stage.caller({ now }), { contactId, performanceId, lines: [cat1(19)] });
    expect(asked).toMatchObject({ state: 'requested', confirmationDueAt: null, orderId: null });
    expect(asked.lines).toMatchObject([{ requestedQuantity: 19, placed: [] }]);

    const placed = await placeOption(stage.caller({ now }), { optionId: asked.id });
    expect(placed).toMatchObject({
      state: 'placed',
      confirmationDueAt: '2015-08-02T21:59:59.999Z',
      confirmationDueRule: 'after-placement',
    });
    expect(placed.lines).toMatchObject([
      { requestedQuantity: 19, placed: [{ quantity: 19, priceCents: 2500 }] },
    ]);
    expect(await stage.counted(performanceId)).toEqual({ held: 19, ordered: 0, tentative: 0 });
    expect((await stage.history(asked.id)).map((row) => row.at)).toEqual([
      '2015-07-23 08:40:00+00',
      '2015-07-23 08:40:00+00',
    ]);
  });

  it('is not taken for a performance that is past, whatever clock is set', async () => {
    const performanceId = await stage.performance(house, { startsAt: '2016-01-10T19:00:00.000Z' });
    const contactId = await stage.contact();
    const input = { contactId, performanceId, lines: [cat1(19)] };
    expect(await refusal(requestOption(stage.caller(), input))).toBe('performance.past');
    const at = '2016-01-10T19:00:00.000Z';
    expect(await refusal(requestOption(stage.caller({ now: at }), input))).toBe('performance.past');
    expect(await refusal(placeDirectly(stage.caller({ now: at }), input))).toBe('performance.past');
  });
});

describe('a placement', () => {
  it('keeps what was asked beside what is granted', async () => {
    const performanceId = await stage.performance(house, {
      stock: [{ capacity: 50 }, { category: 'CAT2', capacity: 50 }],
    });
    const asked = await request(performanceId, [cat1(10), cat2(6)]);
    const [first, second] = asked.lines;
    const placed = await placeOption(stage.caller(), {
      optionId: asked.id,
      lines: [
        { lineId: first!.id, quantity: 8 },
        { lineId: second!.id, quantity: 0 },
      ],
    });
    expect(placed.lines).toMatchObject([
      { requestedQuantity: 10, placed: [{ quantity: 8 }] },
      { requestedQuantity: 6, placed: [] },
    ]);
    expect(await stage.counted(performanceId)).toMatchObject({ held: 8 });
  });

  it('is changed while it is not confirmed, and needs only the difference', async () => {
    const performanceId = await stage.performance(house, { stock: [{ capacity: 20 }] });
    const asked = await request(performanceId, [cat1(15)]);
    const lineId = asked.lines[0]!.id;
    const place = (quantity: number) =>
      placeOption(stage.caller(), { optionId: asked.id, lines: [{ lineId, quantity }] });
    const first = await place(15);
    const more = await place(20);
    expect(more.confirmationDueAt).toBe(first.confirmationDueAt);
    expect(more.confirmationDueRule).toBe('after-placement');
    expect(await stage.counted(performanceId)).toMatchObject({ held: 20 });
    expect(await refusal(place(21))).toBe('stock.insufficient');
    expect(await stage.counted(performanceId)).toMatchObject({ held: 20 });
    await place(4);
    expect(await stage.counted(performanceId)).toMatchObject({ held: 4 });
    expect((await stage.option(asked.id)).placed_quantity).toBe(4);
  });

  it('takes all its lines or none', async () => {
    const performanceId = await stage.performance(house, {
      stock: [{ capacity: 50 }, { category: 'CAT2', capacity: 5 }],
    });
    const asked = await request(performanceId, [cat1(10), cat2(6)]);
    expect(await refusal(placeOption(stage.caller(), { optionId: asked.id }))).toBe('stock.insufficient');
    expect(await stage.counted(performanceId)).toMatchObject({ held: 0 });
    expect(await stage.option(asked.id)).toMatchObject({ state: 'requested', version: 1 });
  });

  it('goes to a fallback date without a motive, and outside the choices with one', async () => {
    const [first, fallback, elsewhere] = [
      await stage.performance(house),
      await stage.performance(house, { startsAt: inDays(70) }),
      await stage.performance(house, { startsAt: inDays(80) }),
    ];
    const asked = await request(first, [cat1(5)], { fallbackPerformanceIds: [fallback] });
    const placed = await placeOption(stage.caller(), { optionId: asked.id, performanceId: fallback });
    expect(placed.lines[0]?.placed).toMatchObject([{ performanceId: fallback, quantity: 5 }]);
    expect((await stage.option(asked.id)).performance_id).toBe(fallback);
    expect(await stage.counted(fallback)).toMatchObject({ held: 5 });

    const moved = { optionId: asked.id, performanceId: elsewhere };
    expect(await refusal(placeOption(stage.caller(), moved))).toBe('motive.required');
    await placeOption(stage.caller(), { ...moved, reason: 'Relâche, le contact préfère cette date' });
    expect(await stage.counted(fallback)).toMatchObject({ held: 0 });
    expect(await stage.counted(elsewhere)).toMatchObject({ held: 5 });
    expect((await stage.history(asked.id)).at(-1)).toMatchObject({
      reason: 'Relâche, le contact préfère cette date',
    });
  });

  it('names only lines of the option and categories of the venue', async () => {
    const asked = await request(await stage.performance(house));
    const lineId = asked.lines[0]!.id;
    const place = (lines: { lineId: string; quantity: number; seatCategoryId?: string }[]) =>
      refusal(placeOption(stage.caller(), { optionId: asked.id, lines }));
    expect(await place([{ lineId: asked.id, quantity: 1 }])).toBe('request.invalid');
    expect(await place([{ lineId, quantity: 1, seatCategoryId: asked.id }])).toBe('request.invalid');
    expect(await place([{ lineId, quantity: 0 }])).toBe('request.invalid');
    const twice = [
      { lineId, quantity: 1 },
      { lineId, quantity: 2 },
    ];
    expect(await place(twice)).toBe('request.invalid');
  });
});

describe('the due date of a placement', () => {
  it('is the earliest of the two rules, and never before the notice', async () => {
    const both = await stage.performance(house, {
      startsAt: inDays(30),
      activity: { confirmationDaysAfterPlacement: 10, confirmationDaysBeforePerformance: 25 },
    });
    const rules = await placeOption(stage.caller(), { optionId: (await request(both)).id });
    expect(rules.confirmationDueRule).toBe('before-performance');
    const short = await stage.performance(house, {
      startsAt: inDays(30),
      activity: { confirmationDaysAfterPlacement: 10, confirmationDaysBeforePerformance: 60 },
    });
    const notice = await placeOption(stage.caller(), { optionId: (await request(short)).id });
    expect(notice.confirmationDueRule).toBe('minimum-notice');
    expect(Date.parse(notice.confirmationDueAt!) - Date.parse(notice.at)).toBe(86_400_000);
  });

  it('warns when the notice reaches past the performance, and goes on with a motive', async () => {
    const soon = await stage.performance(house, { startsAt: inDays(0.5) });
    const asked = await request(soon);
    const input = { optionId: asked.id };
    expect(await refusal(placeOption(stage.caller(), input))).toBe('authorisation.warned');
    const placed = await placeOption(stage.caller(), { ...input, override: { reason: 'Vu au guichet' } });
    expect(placed.warnings.map((reason) => reason.code)).toEqual(['deadline.collides']);
    expect(placed.confirmationDueRule).toBe('performance');
    expect((await stage.history(asked.id)).at(-1)).toMatchObject({ reason: 'Vu au guichet' });
  });

  it('is an exact instant when one was agreed, by who may agree one', async () => {
    const performanceId = await stage.performance(house, { startsAt: inDays(30) });
    const asked = await request(performanceId);
    const agree = (confirmationDueAt: string, more = {}) =>
      placeOption(stage.caller(), { optionId: asked.id, confirmationDueAt, ...more });
    const { actor } = stage.caller();
    const withoutRight = stage.caller({ actor: { ...actor, rights: {} } });
    const input = { optionId: asked.id, confirmationDueAt: inDays(20) };
    expect(await refusal(placeOption(withoutRight, input))).toBe('request.forbidden');
    expect(await refusal(agree(inDays(-1)))).toBe('deadline.agreedPast');
    expect(await refusal(agree(inDays(31)))).toBe('deadline.agreedAfterPerformance');

    const withRight = stage.caller({
      actor: { ...actor, rights: { [house.organisationId]: [agreedDateRight()] } },
    });
    const placed = await placeOption(withRight, input);
    expect(placed).toMatchObject({
      confirmationDueAt: input.confirmationDueAt,
      confirmationDueRule: 'agreed',
    });
    expect((await stage.option(asked.id)).next_action_at?.toISOString()).toBe(input.confirmationDueAt);

    const later = inDays(25);
    expect(await refusal(agree(later))).toBe('motive.required');
    expect(await agree(later, { reason: 'Prolongée à leur demande' })).toMatchObject({
      confirmationDueAt: later,
    });
  });
});

describe('the price of a placement', () => {
  it('is the line, else the contact, else its collectivity type, else the channel for its kind', async () => {
    const performanceId = await stage.performance(house);
    const school = stage.house.institution.collectivityTypes.SCOLAIRE;
    const structure = { kind: 'structure', structure_type: 'community', acceptance: 'accepted' };
    const price = async (contact: Record<string, unknown>, audienceSubcategoryId: string | null = null) => {
      const contactId = await stage.contact(contact);
      const lines = [{ ...cat1(1), audienceSubcategoryId }];
      const placed = await placeDirectly(stage.caller(), { contactId, performanceId, lines });
      return placed.lines[0]?.placed[0]?.priceCents;
    };
    expect(await price({}, stage.audience('INDIVIDUEL/PLEIN'))).toBe(3000);
    expect(await price({ audience_category_id: stage.audience('SCOLAIRE') })).toBe(800);
    expect(await price({ ...structure, collectivity_type_id: school })).toBe(800);
    expect(await price(structure)).toBe(2000);
    expect(await price({})).toBe(2500);
  });

  it('is the collectivity type of the structure an individual is the relay of', async () => {
    const performanceId = await stage.performance(house);
    const structure_id = await stage.contact({
      kind: 'structure',
      structure_type: 'community',
      acceptance: 'accepted',
      collectivity_type_id: stage.house.institution.collectivityTypes.SCOLAIRE,
    });
    const individual_id = await stage.contact();
    await stage.insert('contact_link', {
      kind: 'relay',
      individual_id,
      structure_id,
      starts_on: '2020-01-01',
    });
    const input = { contactId: individual_id, performanceId, lines: [cat1(1)] };
    const placed = await placeDirectly(stage.caller(), input);
    expect(placed.lines[0]?.placed[0]?.priceCents).toBe(800);
  });

  it('is missing when the grid has none, and nothing is placed', async () => {
    const performanceId = await stage.performance(house, { prices: { 'OCCASIONNELLE/OPTION': 2000 } });
    const asked = await request(performanceId);
    expect(await refusal(placeOption(stage.caller(), { optionId: asked.id }))).toBe('price.missing');
    expect(await stage.counted(performanceId)).toMatchObject({ held: 0 });
  });
});
