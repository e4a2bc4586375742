import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeConfiguration } from '../../../activities/catalogue/change-configuration.ts';
import {
  type PerformancePreview,
  previewChange,
} from '../../../activities/catalogue/changing/performance-preview.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { blockSeats } from '../../../activities/stock/block-seats.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { openSeats } from '../../../activities/stock/open-seats.ts';
import { recordExternalSale } from '../../../activities/stock/record-external-sale.ts';
import type { NamedSeat } from '../../../rules/stock/named-seat.ts';
import { Stage, type Theatre } from '../options/support/stage.ts';
import { refusal } from '../options/support/verbs.ts';
import { Hall, type PlanRow } from './support/configurations.ts';
import { fortyOptions, live } from './support/forty-options.ts';

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

const preview = (performanceId: string, configurationId: string): Promise<PerformancePreview> => {
  const { institutionId } = stage;
  const scope = { institutionId, organisationIds: 'all' as const };
  return stage.database.read(institutionId, (db) =>
    previewChange(db, scope, { verb: 'change-configuration', performanceId, configurationId }),
  );
};

const changedLetters = async (id: string) =>
  (await stage.letters(id)).filter(({ kind }) => kind === 'configuration-changed');

async function noDrift(performanceId: string) {
  expect(await checkGauges(stage.caller(), { performanceId })).toMatchObject({ drift: [], overLimit: 0 });
}

/** A performance on a numbered plan, its seats open to the public. */
async function numbered(rows: readonly PlanRow[]): Promise<{ performanceId: string; hall: Hall }> {
  const sum = (category: string) =>
    rows.reduce((all, row) => all + (row.category === category ? row.seats : 0), 0);
  const performanceId = await stage.performance(house, {
    stock: [{ capacity: sum('CAT1') }, { category: 'CAT2', capacity: sum('CAT2') }],
  });
  const hall = await Hall.of(stage, house, performanceId);
  const configurationId = await hall.numbered(rows);
  await stage.owner.query('update performance set configuration_id = $2 where id = $1', [
    performanceId,
    configurationId,
  ]);
  await openSeats(stage.caller(), { performanceId, version: null });
  return { performanceId, hall };
}

const row = (name: string, seats: number, category: 'CAT1' | 'CAT2' = 'CAT1'): PlanRow => ({
  row: name,
  seats,
  category,
});

const seatsAt = async (performanceId: string, labels: readonly string[]): Promise<string[]> => {
  const { rows } = await stage.owner.query<{ id: string; label: string }>(
    `select s.seat_id as id, n.row_label || n.number as label from performance_seat s join seat n on n.id = s.seat_id
     where s.performance_id = $1`,
    [performanceId],
  );
  return labels.map((label) => rows.find((each) => each.label === label)!.id);
};

/** The seats an option's live places name, and how many places there are. */
async function placesOf(optionId: string): Promise<{ seats: string[]; quantity: number }> {
  const { rows } = await stage.owner.query<{ seats: NamedSeat[] | null; quantity: number }>(
    `select seats, quantity from claim where source_id = $1 and source_type = 'option' and counter <> 'released'`,
    [optionId],
  );
  return {
    seats: rows.flatMap(({ seats }) => (seats ?? []).map(({ id }) => id)).sort(),
    quantity: rows.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

const input = (performanceId: string, shown: PerformancePreview, more = {}) => ({
  performanceId,
  version: shown.version,
  configurationId: shown.configuration!.to.id,
  preview: shown.fingerprint,
  ...more,
});

/** Each option is as the preview told: state, places, seats, at most one letter, one line in history. */
async function asTold(shown: PerformancePreview) {
  for (const { id, after, letter, places, placedQuantity } of shown.options) {
    const option = await stage.option(id);
    expect(option.state).toBe(after);
    const taken = places?.fate === 'unfit';
    expect(option.placed_quantity).toBe(taken ? 0 : placedQuantity);
    expect(await placesOf(id)).toEqual({
      seats: (places?.seatsAfter ?? []).map((seat) => seat.id).sort(),
      quantity: taken ? 0 : places?.places,
    });
    expect(await changedLetters(id)).toHaveLength(letter ? 1 : 0);
    const lines = (await stage.history(id)).filter(({ verb }) => verb === 'change-configuration');
    const still = places?.fate === 'kept' || places?.fate === 'none';
    expect(lines).toHaveLength(still && !letter ? 0 : 1);
  }
}

describe('a numbered performance with forty options', () => {
  it('takes the next revision of its plan: what the preview said is what happened', async () => {
    const before = [row('A', 12), row('B', 12), row('C', 12), row('D', 20, 'CAT2'), row('E', 20, 'CAT2')];
    const { performanceId, hall } = await numbered(before);
    const named = await seatsAt(performanceId, ['A12', 'B12', 'A11']);
    await blockSeats(stage.caller(), {
      performanceId,
      seatIds: named.slice(0, 2),
      reason: 'Régie',
    });
    await recordExternalSale(stage.caller(), {
      performanceId,
      seatIds: named.slice(2),
      seller: 'FNAC',
      reference: 'F-1',
      reason: 'Vente',
    });
    const options = await fortyOptions(stage, house, performanceId, (at) => ({
      category: Math.floor(at / 8) % 2 === 0 ? 'CAT1' : 'CAT2',
      seats: 'best',
    }));
    const next = await hall.numbered([
      row('B', 12),
      row('C', 12, 'CAT2'),
      row('D', 20, 'CAT2'),
      row('E', 20, 'CAT2'),
      row('F', 24),
    ]);
    const shown = await preview(performanceId, next);
    expect(shown).toMatchObject({ total: live(options).length, placesBack: 0 });
    expect(shown.configuration).toMatchObject({
      from: 'Assis',
      unfit: 0,
      promisedUnfit: 0,
      askedGone: 0,
      blocks: { places: 2, kept: 1 },
      sales: { places: 1, unseated: 1, unfit: 0 },
    });
    const fates = new Map(shown.configuration?.fates.map(({ fate, options: count }) => [fate, count]));
    expect(fates.get('none')).toBe(15);
    expect(fates.get('kept')).toBeGreaterThan(0);
    expect(fates.get('reseated')).toBeGreaterThan(1);
    expect((fates.get('kept') ?? 0) + (fates.get('reseated') ?? 0)).toBe(15);
    expect(shown.configuration?.promisedMoves).toBeGreaterThan(0);
    expect(shown.letters).toBe(shown.configuration?.promisedMoves);
    expect(shown.configuration?.untold).toBe((fates.get('reseated') ?? 0) - shown.letters);

    const stock = await stage.stock(performanceId);
    for (let twice = 0; twice < 2; twice += 1) {
      expect(await refusal(changeConfiguration(stage.caller(), input(performanceId, shown)))).toBe(
        'configuration.promisedMoves',
      );
      expect(await stage.stock(performanceId)).toEqual(stock);
      expect(await preview(performanceId, next)).toEqual(shown);
    }
    const agreed = input(performanceId, shown, { movePromised: true });
    const caller = stage.caller();
    const answer = await changeConfiguration(caller, agreed);
    expect(answer).toEqual({
      version: shown.version + 1,
      options: fates.get('reseated'),
      letters: shown.letters,
    });
    expect(await changeConfiguration(caller, agreed)).toEqual(answer);
    await asTold(shown);
    for (const { id } of options.filter((made) => !live(options).includes(made)))
      expect(await changedLetters(id)).toEqual([]);
    expect((await stage.stock(performanceId)).map(({ category, capacity }) => [category, capacity])).toEqual([
      ['CAT1', 36],
      ['CAT2', 52],
    ]);
    await noDrift(performanceId);
    expect(await refusal(changeConfiguration(stage.caller(), { ...agreed, version: null }))).toBe(
      'request.invalid',
    );
  });

  it('takes back what does not fit only when that is asked, never what is promised', async () => {
    const { performanceId, hall } = await numbered([row('A', 20), row('B', 20, 'CAT2')]);
    const place = async (quantity: number) => {
      const lines = [{ seatCategoryId: house.categories.CAT1, quantity }];
      const contactId = await stage.contact();
      const { id } = await requestOption(stage.caller(), { contactId, performanceId, lines });
      await placeOption(stage.caller(), { optionId: id, seats: 'best' });
      return id;
    };
    const [first, second] = [await place(6), await place(6)];
    const small = await hall.numbered([row('X', 8), row('B', 20, 'CAT2')], 'Petite salle');
    const shown = await preview(performanceId, small);
    expect(shown.configuration).toMatchObject({ unfit: 1, promisedUnfit: 0 });
    expect(shown.options.map(({ places }) => [places?.fate, places?.unfit?.code ?? null])).toEqual([
      ['reseated', null],
      ['unfit', 'room'],
    ]);
    expect(await refusal(changeConfiguration(stage.caller(), input(performanceId, shown)))).toBe(
      'configuration.unfit',
    );
    expect(await stage.option(second)).toMatchObject({ state: 'placed' });
    await changeConfiguration(stage.caller(), input(performanceId, shown, { takeBack: true }));
    await asTold(shown);
    expect(await stage.option(second)).toMatchObject({
      state: 'requested',
      confirmation_due_at: null,
      next_action_at: (await stage.option(second)).performance_starts_at,
    });
    await noDrift(performanceId);
    expect(await refusal(placeOption(stage.caller(), { optionId: second, seats: 'best' }))).toBe(
      'stock.insufficient',
    );

    const none = await hall.counted({ CAT2: 100 });
    await stage.owner.query(`update seat_option set state = 'confirmed' where id = $1`, [first]);
    await stage.owner.query(
      `update claim set counter = 'ordered' where source_id = $1 and counter = 'held'`,
      [first],
    );
    await stage.owner.query(`update stock set ordered = 6, held = 0 where performance_id = $1 and held = 6`, [
      performanceId,
    ]);
    const gone = await preview(performanceId, none);
    expect(gone.configuration).toMatchObject({ promisedUnfit: 6, askedGone: 2 });
    expect(
      await refusal(
        changeConfiguration(
          stage.caller(),
          input(performanceId, gone, { takeBack: true, movePromised: true }),
        ),
      ),
    ).toBe('configuration.promisedUnfit');
    await noDrift(performanceId);
  });
});

describe('a performance by quantity', () => {
  it('shares fewer places between its contingents, numbers them, and counts them again', async () => {
    const performanceId = await stage.performance(house, {
      activity: { overbookingAllowed: true, overbookingBasis: 'quota', overbookingPercent: 10 },
      stock: [{ capacity: 60 }, { contingent: 'GROUPS', capacity: 30 }, { category: 'CAT2', capacity: 40 }],
    });
    const options = await fortyOptions(stage, house, performanceId, (at) => ({
      category: Math.floor(at / 8) % 2 === 0 ? 'CAT1' : 'CAT2',
      seats: null,
    }));
    const hall = await Hall.of(stage, house, performanceId);
    const fewer = await hall.counted({ CAT1: 20, CAT2: 20 });
    const shown = await preview(performanceId, fewer);
    expect(shown.configuration).toMatchObject({ from: null, unfit: 0, promisedMoves: 0, untold: 0 });
    expect(shown.letters).toBe(0);
    await changeConfiguration(stage.caller(), input(performanceId, shown));
    await asTold(shown);
    const capacities = (await stage.stock(performanceId)).map(
      ({ category, contingent, capacity, ceiling }) => [category, contingent, capacity, ceiling],
    );
    expect(capacities.filter(([, , capacity]) => Number(capacity) > 0).length).toBeGreaterThanOrEqual(3);
    expect(capacities.reduce((sum, [, , capacity]) => sum + Number(capacity), 0)).toBe(40);
    await noDrift(performanceId);

    const seats = await hall.numbered([row('A', 20), row('B', 20, 'CAT2')]);
    const counted = await preview(performanceId, seats);
    const fates = new Map(counted.configuration?.fates.map(({ fate, options: count }) => [fate, count]));
    expect(fates).toEqual(
      new Map([
        ['none', 15],
        ['seated', 15],
      ]),
    );
    expect(counted.letters).toBe(5); // validated ones; the others await an answer
    await changeConfiguration(stage.caller(), input(performanceId, counted));
    await asTold(counted);
    await noDrift(performanceId);

    const standing = await preview(performanceId, fewer);
    expect(standing.configuration).toMatchObject({ promisedMoves: 5, unfit: 0 });
    await changeConfiguration(stage.caller(), input(performanceId, standing, { movePromised: true }));
    expect(await stage.holders([performanceId])).toEqual(new Map());
    for (const { id } of options.filter(({ life }) => life.name === 'confirmed')) {
      expect((await changedLetters(id)).map(({ state }) => state)).toEqual(['superseded', 'owed']);
      const { rows } = await stage.owner.query<{ told: { before: NamedSeat[]; now: string } }>(
        `select snapshot->'reseated' as told from letter where option_id = $1 and kind = 'configuration-changed'
           and state = 'owed'`,
        [id],
      );
      expect(rows[0]!.told).toEqual({ before: [], now: 'counted' });
    }
    await noDrift(performanceId);
  });
});

describe('two people at once', () => {
  it('one changes the configuration, the other is shown the new preview', async () => {
    const { performanceId, hall } = await numbered([row('A', 20)]);
    const contactId = await stage.contact();
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 4 }];
    const made = { contactId, performanceId, lines };
    const { id } = await placeDirectly(stage.caller(), made);
    await placeOption(stage.caller(), { optionId: id, seats: 'best' });
    const [one, other] = [await hall.numbered([row('A', 15)]), await hall.counted({ CAT1: 12 })];
    const shown = [await preview(performanceId, one), await preview(performanceId, other)];
    const answers = await Promise.all(
      shown.map((each) =>
        changeConfiguration(stage.caller(), { ...input(performanceId, each), version: null }).then(
          () => 'done',
          (failure: unknown) => (failure instanceof Problem ? failure.code : failure),
        ),
      ),
    );
    expect(answers.toSorted()).toEqual(['done', 'performance.previewStale']);
    await noDrift(performanceId);
  });

  it('nobody is seated on a seat of somebody else while the hall is laid out anew', async () => {
    const { performanceId, hall } = await numbered([row('A', 20), row('B', 20)]);
    const other = await stage.performance(house);
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 2 }];
    const waiting = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const contactId = await stage.contact();
        const asked = { contactId, performanceId: other, fallbackPerformanceIds: [performanceId], lines };
        return (await requestOption(stage.caller(), asked)).id;
      }),
    );
    const next = await hall.numbered([row('B', 20), row('C', 20)]);
    const shown = await preview(performanceId, next);
    await Promise.allSettled([
      changeConfiguration(stage.caller(), input(performanceId, shown)),
      ...waiting.map((optionId) => placeOption(stage.caller(), { optionId, performanceId, seats: 'best' })),
    ]);
    await noDrift(performanceId);
    const { rows } = await stage.owner.query<{ claims: number; seats: number }>(
      `select count(*)::int as claims, sum(jsonb_array_length(seats))::int as seats from claim
       where performance_id = $1 and counter <> 'released'`,
      [performanceId],
    );
    expect((await stage.holders([performanceId])).size).toBe(rows[0]!.seats ?? 0);
  });

  it('no seat passes to another option while the first still names it', async () => {
    const { performanceId } = await numbered([row('A', 4)]);
    const place = async () => {
      const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 2 }];
      const asked = { contactId: await stage.contact(), performanceId, lines };
      const { id } = await placeDirectly(stage.caller(), asked);
      await placeOption(stage.caller(), { optionId: id, seats: 'best' });
      const { rows } = await stage.owner.query<{ id: string }>('select id from claim where source_id = $1', [
        id,
      ]);
      return rows[0]!.id;
    };
    const [one, other] = [await place(), await place()];
    const takes = stage.owner.query('update performance_seat set claim_id = $1 where claim_id = $2', [
      one,
      other,
    ]);
    await expect(takes).rejects.toMatchObject({ code: '40001' });
    await noDrift(performanceId);
  });
});
