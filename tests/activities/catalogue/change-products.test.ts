import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelPerformance } from '../../../activities/catalogue/cancel-performance.ts';
import { changeConfiguration } from '../../../activities/catalogue/change-configuration.ts';
import {
  type PerformanceChange,
  previewChange,
} from '../../../activities/catalogue/changing/performance-preview.ts';
import { movePerformance } from '../../../activities/catalogue/move-performance.ts';
import { cancelRefusal } from '../../../activities/options/cancel-refusal.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { openSeats } from '../../../activities/stock/open-seats.ts';
import { shippedTemplate } from '../../../rules/letters/shipped/shipped-template.ts';
import { ProductStage } from '../options/support/products.ts';
import { Stage } from '../options/support/stage.ts';
import { refusal } from '../options/support/verbs.ts';
import { Hall } from './support/configurations.ts';
import { inDays } from './support/in-days.ts';
import { lockAwaited } from './support/lock-awaited.ts';

let stage: Stage;
let products: ProductStage;
let family: string;

beforeAll(async () => {
  stage = await Stage.open();
  products = await ProductStage.open(stage);
  family = await products.family('FORFAITS');
});
afterAll(() => stage.close());

/** A performance so many days from now, or with its code one that is put there anew. */
const evening = (days: number, code: string = crypto.randomUUID()) =>
  stage.performance(products.house, { code, startsAt: inDays(days), stock: [{ capacity: 40 }] });

const preview = (change: PerformanceChange) => {
  const { institutionId } = stage;
  const scope = { institutionId, organisationIds: 'all' as const };
  return stage.database.read(institutionId, (db) => previewChange(db, scope, change));
};

async function cancelled(performanceId: string) {
  const shown = await preview({ verb: 'cancel-performance', performanceId });
  const input = {
    performanceId,
    version: shown.version,
    preview: shown.fingerprint,
    reason: 'Décor détruit',
  };
  const answer = await cancelPerformance(stage.caller(), input);
  return { shown, answer };
}

async function moved(performanceId: string, startsAt: string) {
  const shown = await preview({ verb: 'move-performance', performanceId, startsAt });
  const { version, fingerprint } = shown;
  await movePerformance(stage.caller(), { performanceId, version, startsAt, preview: fingerprint });
  return shown;
}

const orderTotal = async (orderId: string | null) => {
  const { rows } = await stage.owner.query<{ total: number; state: string }>(
    'select total_cents as total, state from customer_order where id = $1',
    [orderId],
  );
  return rows[0]!;
};

async function noDrift() {
  expect((await checkGauges(stage.caller(), {})).drift).toEqual([]);
}

const snapshots = async (optionId: string, kind: string) => {
  const { rows } = await stage.owner.query<{
    snapshot: Awaited<ReturnType<Stage['lastSnapshot']>>;
  }>('select snapshot from letter where option_id = $1 and kind = $2 order by number', [optionId, kind]);
  return rows.map(({ snapshot }) => snapshot);
};

let codes = 0;

/** A season ticket of an opening and a guest evening that may be added, both told by the performances of each. */
async function seasonTicket(opening: readonly string[], guest: readonly string[]) {
  codes += 1;
  const made = await products.composed(
    'season-ticket',
    `CARTE-${codes}`,
    [
      { name: 'Ouverture', performanceIds: [...opening] },
      { name: 'Invité', role: 'optional', performanceIds: [...guest], priceCents: 900 },
    ],
    family,
  );
  const line = (name: string) => made.lines.find((each) => each.name === name)!.id!;
  return { productId: made.id, opening: line('Ouverture'), guest: line('Invité') };
}

async function packageOf(...performanceIds: string[]) {
  codes += 1;
  const lines = performanceIds.map((id, at) => ({ name: `Soirée ${at + 1}`, performanceIds: [id] }));
  return (await products.composed('package', `DUO-${codes}`, lines, family)).id;
}

const asking = async (
  productId: string,
  quantity: number,
  lines: { productLineId: string; performanceId?: string }[] = [],
) => ({
  contactId: await stage.contact(),
  productId,
  quantity,
  lines,
});

const guestTicket = async (opening: string, guest: string, quantity: number) => {
  const ticket = await seasonTicket([opening], [guest]);
  return asking(ticket.productId, quantity, [{ productLineId: ticket.guest }]);
};

describe('a later performance that is cancelled', () => {
  it('ends a package with a mandatory line there, whose places go back at all its performances', async () => {
    const [first, second] = [await evening(30), await evening(40)];
    const numbered = (await stage.numberSeats(products.house, second)).get('CAT1/PUBLIC')!;
    const request = await asking(await packageOf(first, second), 3);
    const { id: optionId, lines } = await requestOption(stage.caller(), request);
    await placeOption(stage.caller(), {
      optionId,
      lines: [
        { lineId: lines[0]!.id, quantity: 3 },
        { lineId: lines[1]!.id, quantity: 3, seatIds: numbered.slice(0, 3) },
      ],
    });
    const { orderId } = await confirmOption(stage.caller(), { optionId });
    const { shown, answer } = await cancelled(second);
    expect(shown).toMatchObject({ total: 1, letters: 1, parts: 0, placesBack: 6, orders: 1 });
    expect(shown.options[0]).toMatchObject({ scope: 'whole', placesBack: 6, elsewhere: 3 });
    expect(answer).toMatchObject({ options: 1, letters: 1 });
    expect(await stage.option(optionId)).toMatchObject({
      state: 'cancelled',
      placed_quantity: 0,
      order_id: null,
    });
    const nothing = { held: 0, ordered: 0, tentative: 0 };
    expect([await stage.counted(first), await stage.counted(second)]).toEqual([nothing, nothing]);
    expect(await stage.holders([first, second])).toEqual(new Map());
    expect(await orderTotal(orderId)).toEqual({ total: 0, state: 'cancelled' });
    expect(await stage.told(optionId)).toEqual(['confirmation superseded', 'performance-cancelled owed']);
    const told = await stage.lastSnapshot(optionId);
    expect(told.performance).toMatchObject({ id: second, eventName: 'La Grande Marée' });
    expect([told.lines.length, told.stands]).toEqual([2, undefined]);
    await noDrift();
  });

  it('takes an optional line only: off the order, with a letter about it and the confirmation anew', async () => {
    const [first, second] = [await evening(30), await evening(40)];
    const { id: optionId } = await placeDirectly(stage.caller(), await guestTicket(first, second, 4));
    const { orderId } = await confirmOption(stage.caller(), { optionId });
    const before = await stage.option(optionId);
    expect(await orderTotal(orderId)).toMatchObject({ total: 4 * 2400 });
    await stage.wakeUps();
    const { shown } = await cancelled(second);
    expect(shown).toMatchObject({ total: 1, parts: 1, placesBack: 4 });
    expect(shown.options[0]).toMatchObject({
      scope: 'part',
      placesBack: 4,
      elsewhere: 0,
      after: 'confirmed',
    });
    const after = await stage.option(optionId);
    expect(after).toMatchObject({
      state: 'confirmed',
      placed_quantity: 4,
      order_id: orderId,
      performance_id: first,
      confirmation_due_at: before.confirmation_due_at,
      version: before.version + 1,
    });
    expect(await orderTotal(orderId)).toEqual({ total: 4 * 1500, state: 'open' });
    expect([await stage.counted(first), await stage.counted(second)]).toMatchObject([
      { ordered: 4 },
      { ordered: 0 },
    ]);
    expect(await stage.told(optionId)).toEqual([
      'confirmation superseded',
      'performance-cancelled owed',
      'confirmation owed',
    ]);
    const [told] = await snapshots(optionId, 'performance-cancelled');
    expect(told).toMatchObject({ stands: true, reason: 'Décor détruit', performance: { id: second } });
    expect(told!.lines.map(({ seatCategory, quantity }) => [seatCategory, quantity])).toEqual([
      ['Invité', 4],
    ]);
    const again = await stage.lastSnapshot(optionId);
    expect(again.lines.map(({ seatCategory }) => seatCategory)).toEqual(['Ouverture']);
    expect(again.order).toMatchObject({ totalCents: 4 * 1500 });
    expect(await stage.wakeUps()).toContain(`option/${optionId}`);
    expect((await stage.history(optionId)).at(-1)).toMatchObject({
      verb: 'cancel-performance',
      before: { placedQuantity: 8 },
      after: { state: 'confirmed', placedQuantity: 4 },
      reason: 'Décor détruit',
    });
    await noDrift();
  });

  it('takes the first performance of an option, which stands for the next from then on', async () => {
    const [guest, opening] = [await evening(30), await evening(40)];
    const { id: optionId } = await placeDirectly(stage.caller(), await guestTicket(opening, guest, 2));
    const before = await stage.option(optionId);
    expect(before.performance_id).toBe(guest);
    const { shown } = await cancelled(guest);
    expect(shown.options[0]).toMatchObject({ scope: 'part', after: 'placed' });
    const after = await stage.option(optionId);
    expect(after).toMatchObject({
      state: 'placed',
      placed_quantity: 2,
      performance_id: opening,
      confirmation_due_at: before.confirmation_due_at,
      confirmation_due_rule: before.confirmation_due_rule,
    });
    expect(after.performance_starts_at.toISOString()).toBe(
      (await preview({ verb: 'cancel-performance', performanceId: opening })).startsAt.before,
    );
    // what was granted is not told before it was answered
    expect((await stage.lastSnapshot(optionId)).lines.map(({ priceCents }) => priceCents)).toEqual([null]);
    await noDrift();
  });

  it('leaves a request that may have another evening, and ends one that may not', async () => {
    const [opening, second, other] = [await evening(30), await evening(40), await evening(41)];
    const free = await seasonTicket([second, other], [opening]);
    const wished = [{ productLineId: free.opening, performanceId: second }, { productLineId: free.guest }];
    const asked = await requestOption(stage.caller(), await asking(free.productId, 2, wished));
    const alone = await requestOption(
      stage.caller(),
      await asking(free.productId, 2, [{ productLineId: free.opening, performanceId: second }]),
    );
    const bound = await requestOption(stage.caller(), await asking(await packageOf(opening, second), 2));
    const { shown } = await cancelled(second);
    expect(shown).toMatchObject({ total: 3, parts: 1, placesBack: 0, letters: 3 });
    expect(await stage.option(asked.id)).toMatchObject({ state: 'requested', performance_id: opening });
    expect(await stage.option(alone.id)).toMatchObject({ state: 'cancelled' });
    expect(await stage.option(bound.id)).toMatchObject({ state: 'cancelled' });
    const [told] = await snapshots(asked.id, 'performance-cancelled');
    expect(told).toMatchObject({ stands: true, performance: { id: second } });
    expect(told!.lines).toHaveLength(1);
    // the other evening is granted instead
    const [line, extra] = asked.lines;
    const placed = await placeOption(stage.caller(), {
      optionId: asked.id,
      lines: [
        { lineId: line!.id, quantity: 2, performanceId: other },
        { lineId: extra!.id, quantity: 2 },
      ],
    });
    expect(placed.state).toBe('placed');
    expect(await stage.counted(other)).toMatchObject({ held: 2 });
  });

  it('tells a pending refusal as it tells a placement, and gives back the rest when it is taken back', async () => {
    const [opening, guest] = [await evening(30), await evening(40)];
    const request = await guestTicket(opening, guest, 2);
    const made = [await placeDirectly(stage.caller(), request), await placeDirectly(stage.caller(), request)];
    const [placed, refused] = made.map(({ id }) => id);
    await refuseOption(stage.caller(), { optionId: refused! });
    const { shown } = await cancelled(guest);
    expect(shown).toMatchObject({ total: 2, parts: 2, placesBack: 2 });
    expect(await stage.option(refused!)).toMatchObject({ state: 'refused', performance_id: opening });
    const { rows } = await stage.owner.query<{ told: object }>(
      `select snapshot #- '{option,number}' #- '{option,requestedAt}' #- '{confirmationDueAt}' as told
       from letter where option_id = any($1)`,
      [[placed, refused]],
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual(rows[0]);
    const again = await cancelRefusal(stage.caller(), { optionId: refused! });
    expect(again.lines.map((line) => line.placed.length)).toEqual([1, 0]);
    expect(await stage.counted(opening)).toMatchObject({ held: 4 });
    expect(await stage.counted(guest)).toMatchObject({ held: 0 });
  });

  it('is not told by a text of the house that knows of no rest', async () => {
    const cancelledWith = async (opening: string) => {
      const [first, guest] = [await evening(30), await evening(40)];
      const { id } = await placeDirectly(stage.caller(), await guestTicket(first, guest, 2));
      const text = { ...shippedTemplate('performance-cancelled', 'fr'), opening };
      await stage.owner.query(
        `insert into letter_template (id, institution_id, organisation_id, kind, language, number, state, content)
         values (uuidv7(), $1, $2, 'performance-cancelled', 'fr', 1, 'published', $3)`,
        [stage.institutionId, products.house.organisationId, JSON.stringify(text)],
      );
      await cancelled(guest);
      await stage.owner.query('delete from letter_template');
      return (await stage.lastSnapshot(id)).template?.opening;
    };
    expect(await cancelledWith('Tout est annulé.')).toBeUndefined();
    const knows = '{{#if optionStands}}Une partie est annulée.{{else}}Tout est annulé.{{/if}}';
    expect(await cancelledWith(knows)).toBe(knows);
  });

  it('ends the whole of an insured order', async () => {
    const [first, second] = [await evening(30), await evening(40)];
    const { id: optionId } = await placeDirectly(stage.caller(), await guestTicket(first, second, 2));
    const { orderId } = await confirmOption(stage.caller(), { optionId, insured: true });
    const { shown } = await cancelled(second);
    expect(shown.options[0]).toMatchObject({ scope: 'whole', placesBack: 4 });
    expect(await stage.option(optionId)).toMatchObject({ state: 'cancelled' });
    expect(await orderTotal(orderId)).toEqual({ total: 0, state: 'cancelled' });
    expect(await stage.counted(first)).toMatchObject({ held: 0, ordered: 0 });
  });

  it('is refused on a preview that knew nothing of a package placed meanwhile', async () => {
    const [first, second] = [await evening(30), await evening(40)];
    const productId = await packageOf(first, second);
    const shown = await preview({ verb: 'cancel-performance', performanceId: second });
    expect(shown.total).toBe(0);
    await placeDirectly(stage.caller(), await asking(productId, 2));
    const input = { performanceId: second, version: null, preview: shown.fingerprint, reason: 'Grève' };
    expect(await refusal(cancelPerformance(stage.caller(), input))).toBe('performance.previewStale');
    await cancelled(second);
    expect(await stage.counted(first)).toMatchObject({ held: 0 });
  });

  it('lets no line be moved there, nor any asked for, behind it', async () => {
    const [first, second, other] = [await evening(30), await evening(40), await evening(41)];
    const ticket = await seasonTicket([second, other], [first]);
    const chosen = (performanceId: string) => [{ productLineId: ticket.opening, performanceId }];
    const { id: optionId, lines } = await requestOption(
      stage.caller(),
      await asking(ticket.productId, 2, chosen(other)),
    );
    const asked = await asking(ticket.productId, 2, chosen(second));
    const cancelling = await stage.owner.connect();
    await cancelling.query('begin');
    await cancelling.query(`update performance set state = 'cancelled' where id = $1`, [second]);
    await cancelling.query('select from performance where id = $1 for update', [second]);
    const moved = [{ lineId: lines[0]!.id, quantity: 2, performanceId: second }];
    const placing = refusal(placeOption(stage.caller(), { optionId, lines: moved }));
    await lockAwaited(stage);
    await cancelling.query('commit');
    cancelling.release();
    expect(await placing).toBe('authorisation.refused');
    expect(await refusal(requestOption(stage.caller(), asked))).toBe('authorisation.refused');
    expect(await stage.counted(second)).toMatchObject({ held: 0 });
  });

  it('has one winner with a placement there, and holds nothing afterwards', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [first, second] = [await evening(30), await evening(40)];
      const productId = await packageOf(first, second);
      const { id: optionId } = await requestOption(stage.caller(), await asking(productId, 2));
      const direct = await asking(productId, 1);
      const shown = await preview({ verb: 'cancel-performance', performanceId: second });
      const input = { performanceId: second, version: null, preview: shown.fingerprint, reason: 'Grève' };
      const outcomes = await Promise.all([
        refusal(cancelPerformance(stage.caller(), input)),
        refusal(placeOption(stage.caller(), { optionId })),
        refusal(placeDirectly(stage.caller(), direct)),
      ]);
      const [ending, placing, placingDirectly] = outcomes;
      if (ending === null) expect([placing, placingDirectly]).not.toContain(null);
      else expect(ending).toBe('performance.previewStale');
      if (ending !== null) await cancelled(second);
      expect([await stage.counted(first), await stage.counted(second)]).toMatchObject([
        { held: 0 },
        { held: 0 },
      ]);
    }
    await noDrift();
  });
});

describe('a later performance that moves', () => {
  it('before the first is the first from then on, and the dates follow it', async () => {
    await products.season({ productDaysBeforePerformance: 10 });
    const [first, second] = [await evening(60), await evening(70)];
    const { id: optionId } = await placeDirectly(
      stage.caller(),
      await asking(await packageOf(first, second), 2),
    );
    const before = await stage.option(optionId);
    const startsAt = inDays(40);
    const shown = await moved(second, startsAt);
    expect(shown).toMatchObject({ total: 1, broughtForward: 1 });
    const after = await stage.option(optionId);
    expect(after.performance_id).toBe(second);
    expect(after.performance_starts_at.toISOString()).toBe(startsAt);
    const { due } = shown.options[0]!;
    expect(after.confirmation_due_at!.toISOString()).toBe(due.now);
    expect(Date.parse(due.now!)).toBeLessThanOrEqual(Date.parse(startsAt));
    expect(Date.parse(due.told!.dueAt)).toBeLessThan(before.confirmation_due_at!.getTime());
    const told = await stage.lastSnapshot(optionId);
    expect(told.performance).toMatchObject({ id: second, startsAt });
    expect(told.moved).toMatchObject({ startsAt: expect.anything(), firstStartsAt: startsAt });
    expect(told.lines.map((line) => line.performanceStartsAt)).toContain(startsAt);
    // and back behind it: the former first is the first again, the date is postponed at once
    await moved(second, inDays(80));
    const back = await stage.option(optionId);
    expect(back.performance_id).toBe(first);
    expect(back.confirmation_due_at).toEqual(before.confirmation_due_at);
    await products.season({ productDaysBeforePerformance: null });
  });

  it('and stays later leaves the dates, with a letter about that performance', async () => {
    const [first, second] = [await evening(60), await evening(70)];
    const { id: optionId } = await placeDirectly(
      stage.caller(),
      await asking(await packageOf(first, second), 2),
    );
    const before = await stage.option(optionId);
    const [from, to] = [
      (await preview({ verb: 'cancel-performance', performanceId: second })).startsAt.before,
      inDays(75),
    ];
    const shown = await moved(second, to);
    expect(shown).toMatchObject({ total: 1, letters: 1, postponed: 0, broughtForward: 0 });
    const after = await stage.option(optionId);
    expect(after).toMatchObject({
      performance_id: first,
      performance_starts_at: before.performance_starts_at,
      confirmation_due_at: before.confirmation_due_at,
      next_action_at: before.next_action_at,
    });
    const told = await stage.lastSnapshot(optionId);
    expect(told.performance).toMatchObject({ id: second, startsAt: to });
    expect(told.moved).toMatchObject({ startsAt: from });
    expect(told.lines.map((line) => [line.performanceStartsAt, line.quantity])).toEqual([[to, 2]]);
    expect((await stage.history(optionId)).at(-1)).toMatchObject({
      verb: 'move-performance',
      before: { startsAt: from },
      after: { startsAt: to },
    });
  });

  it('tells of each performance by a letter of its own', async () => {
    const [first, second] = [await evening(60), await evening(70)];
    const { id: optionId } = await placeDirectly(
      stage.caller(),
      await asking(await packageOf(first, second), 2),
    );
    await moved(first, inDays(61));
    await moved(second, inDays(71));
    await moved(second, inDays(72));
    expect(await stage.told(optionId)).toEqual([
      'performance-moved owed',
      'performance-moved superseded',
      'performance-moved owed',
    ]);
  });
});

describe('a later performance that an import moves', () => {
  it('is the first from then on where it comes before it, else the option is left as it is', async () => {
    const first = await evening(60);
    const code = crypto.randomUUID();
    const second = await evening(70, code);
    const { id: optionId } = await placeDirectly(
      stage.caller(),
      await asking(await packageOf(first, second), 2),
    );
    const before = await stage.option(optionId);
    await evening(75, code);
    expect(await stage.option(optionId)).toEqual(before);
    await evening(50, code);
    const after = await stage.option(optionId);
    expect(after.performance_id).toBe(second);
    expect(after.performance_starts_at.getTime()).toBeLessThan(before.performance_starts_at.getTime());
    expect(after.confirmation_due_at!.getTime()).toBeLessThanOrEqual(after.performance_starts_at.getTime());
    expect(await stage.told(optionId)).toEqual([]);
    expect((await stage.history(optionId)).map(({ verb }) => verb)).toEqual([
      'place-directly',
      'performance-moved',
    ]);
  });
});

describe('a performance of a package that takes another configuration', () => {
  /** A package of a counted evening and of another on a plan of three seats, all of which it has. */
  async function seatedPackage() {
    const [first, second] = [await evening(30), await evening(40)];
    const hall = await Hall.of(stage, products.house, second);
    const plan = (seats: number) => hall.numbered([{ row: 'A', seats, category: 'CAT1' }]);
    const configurationId = await plan(40);
    await stage.owner.query('update performance set configuration_id = $2 where id = $1', [
      second,
      configurationId,
    ]);
    await openSeats(stage.caller(), { performanceId: second, version: null });
    const { rows } = await stage.owner.query<{ id: string }>(
      `select s.seat_id as id from performance_seat s join seat n on n.id = s.seat_id
       where s.performance_id = $1 order by n.place limit 3`,
      [second],
    );
    const { id: optionId, lines } = await requestOption(
      stage.caller(),
      await asking(await packageOf(first, second), 3),
    );
    await placeOption(stage.caller(), {
      optionId,
      lines: [
        { lineId: lines[0]!.id, quantity: 3 },
        { lineId: lines[1]!.id, quantity: 3, seatIds: rows.map(({ id }) => id) },
      ],
    });
    return { first, second, optionId, hall, plan };
  }

  async function changed(performanceId: string, configurationId: string, takeBack: boolean) {
    const shown = await preview({ verb: 'change-configuration', performanceId, configurationId });
    const { version, fingerprint } = shown;
    const input = { performanceId, version, configurationId, preview: fingerprint, takeBack };
    return { shown, code: await refusal(changeConfiguration(stage.caller(), input)) };
  }

  it('keeps its seats where they fit', async () => {
    const { second, optionId, plan } = await seatedPackage();
    const { shown, code } = await changed(second, await plan(10), false);
    expect(code).toBeNull();
    expect(shown.options[0]).toMatchObject({ places: { fate: 'kept', places: 3 }, elsewhere: 0 });
    expect(await stage.option(optionId)).toMatchObject({ state: 'placed', placed_quantity: 6 });
    expect([...(await stage.holders([second])).values()]).toEqual([optionId, optionId, optionId]);
    await noDrift();
  });

  it('is to be placed again where they do not, and gives back what it has at the others', async () => {
    const { first, second, optionId, plan } = await seatedPackage();
    const small = await plan(2);
    expect((await changed(second, small, false)).code).toBe('configuration.unfit');
    const { shown, code } = await changed(second, small, true);
    expect(code).toBeNull();
    expect(shown).toMatchObject({ placesBack: 6 });
    expect(shown.options[0]).toMatchObject({ after: 'requested', elsewhere: 3, placesBack: 6 });
    expect(await stage.option(optionId)).toMatchObject({
      state: 'requested',
      placed_quantity: 0,
      performance_id: first,
    });
    expect([await stage.counted(first), await stage.counted(second)]).toMatchObject([
      { held: 0 },
      { held: 0 },
    ]);
    expect(await stage.holders([second])).toEqual(new Map());
    await noDrift();
  });

  it('tells whoever knows their seats of those at that performance only', async () => {
    const { second, optionId, hall } = await seatedPackage();
    await confirmOption(stage.caller(), { optionId });
    const other = await hall.numbered([{ row: 'B', seats: 10, category: 'CAT1' }], 'Petite salle');
    const shown = await preview({
      verb: 'change-configuration',
      performanceId: second,
      configurationId: other,
    });
    await changeConfiguration(stage.caller(), {
      performanceId: second,
      version: shown.version,
      configurationId: other,
      preview: shown.fingerprint,
      movePromised: true,
    });
    const told = await stage.lastSnapshot(optionId);
    expect(told.performance.id).toBe(second);
    expect(told.lines.map(({ seatCategory, quantity }) => [seatCategory, quantity])).toEqual([
      ['Soirée 2', 3],
    ]);
    expect(told.reseated?.before).toHaveLength(3);
    await noDrift();
  });

  it('is refused when it is validated and does not fit', async () => {
    const { second, optionId, plan } = await seatedPackage();
    await confirmOption(stage.caller(), { optionId });
    expect((await changed(second, await plan(2), true)).code).toBe('configuration.promisedUnfit');
    const { shown } = await changed(second, await plan(2), true);
    expect(shown.configuration).toMatchObject({ promisedUnfit: 3, outOfReach: 0 });
  });
});
