import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelPerformance } from '../../../activities/catalogue/cancel-performance.ts';
import {
  type PerformanceChange,
  type PerformancePreview,
  previewChange,
} from '../../../activities/catalogue/changing/performance-preview.ts';
import { movePerformance } from '../../../activities/catalogue/move-performance.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { refuseOption } from '../../../activities/options/refuse-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { Stage, type Theatre } from '../options/support/stage.ts';
import { refusal } from '../options/support/verbs.ts';
import { fortyOptions, live, type Made } from './support/forty-options.ts';
import { inDays } from './support/in-days.ts';
import { lockAwaited } from './support/lock-awaited.ts';

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
});
afterAll(() => stage.close());

/** Every other option on named seats of the first category. */
async function performanceWithOptions(activity = {}): Promise<{ performanceId: string; options: Made[] }> {
  const performanceId = await stage.performance(house, {
    startsAt: inDays(60),
    activity,
    stock: [{ capacity: 90 }, { category: 'CAT2', capacity: 60 }],
  });
  const seats = (await stage.numberSeats(house, performanceId)).get('CAT1/PUBLIC') ?? [];
  const options = await fortyOptions(stage, house, performanceId, (at, quantity) =>
    at % 2 === 0 ? { category: 'CAT1', seats: seats.splice(0, quantity) } : { category: 'CAT2', seats: null },
  );
  return { performanceId, options };
}

const preview = (change: PerformanceChange): Promise<PerformancePreview> => {
  const { institutionId } = stage;
  const scope = { institutionId, organisationIds: 'all' as const };
  return stage.database.read(institutionId, (db) => previewChange(db, scope, change));
};

const lettersOfKind = async (id: string, kind: string) =>
  (await stage.letters(id)).filter((letter) => letter.kind === kind);

async function noDrift(performanceId: string) {
  expect(await checkGauges(stage.caller(), { performanceId })).toMatchObject({ drift: [] });
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

describe('a performance with forty options', () => {
  it('is moved: what the preview said is what happened, with one letter each', async () => {
    const { performanceId, options } = await performanceWithOptions({
      confirmationDaysAfterPlacement: null,
      confirmationDaysBeforePerformance: 30,
    });
    const before = await stage.stock(performanceId);
    const change = { verb: 'move-performance' as const, performanceId, startsAt: inDays(90) };
    const shown = await preview(change);
    expect(shown).toMatchObject({ total: 30, letters: 30, placesBack: 0, broughtForward: 0 });
    expect(shown.printed).toBeGreaterThan(0);
    expect(shown.postponed).toBeGreaterThan(0);
    const input = {
      performanceId,
      version: shown.version,
      startsAt: change.startsAt,
      preview: shown.fingerprint,
    };
    const caller = stage.caller();
    const answer = await movePerformance(caller, input);
    expect(answer).toEqual({ version: shown.version + 1, options: 30, letters: 30 });
    expect(await movePerformance(caller, input)).toEqual(answer);
    for (const told of shown.options) {
      const after = await stage.option(told.id);
      expect(after.state).toBe(told.after);
      expect(iso(after.confirmation_due_at)).toBe(told.due.now);
      expect(iso(after.performance_starts_at)).toBe(change.startsAt);
      expect(await lettersOfKind(told.id, 'performance-moved')).toHaveLength(1);
      expect((await stage.history(told.id)).filter(({ verb }) => verb === 'move-performance')).toHaveLength(
        1,
      );
    }
    expect(shown.options.map(({ id }) => id).sort()).toEqual(
      live(options)
        .map(({ id }) => id)
        .sort(),
    );
    for (const { id } of options.filter((made) => !live(options).includes(made)))
      expect(await lettersOfKind(id, 'performance-moved')).toEqual([]);
    expect(await stage.stock(performanceId)).toEqual(before);
    await noDrift(performanceId);
  });

  it('is cancelled: every live option ends, every place and order goes back, with one letter each', async () => {
    const { performanceId, options } = await performanceWithOptions();
    const counted = await stage.counted(performanceId);
    const change = { verb: 'cancel-performance' as const, performanceId };
    const shown = await preview(change);
    expect(shown).toMatchObject({
      total: 30,
      letters: 30,
      placesBack: counted.held + counted.ordered,
      orders: 5,
    });
    expect(shown.states.map(({ before, after, options: count }) => [before, after, count])).toEqual([
      ['requested', 'cancelled', 5],
      ['placed', 'cancelled', 10],
      ['refused', 'cancelled', 10],
      ['confirmed', 'cancelled', 5],
    ]);
    const orderIds = shown.options.flatMap(({ orderId }) => orderId ?? []);
    const input = {
      performanceId,
      version: shown.version,
      preview: shown.fingerprint,
      reason: 'Artiste souffrant',
    };
    expect(await refusal(cancelPerformance(stage.caller(), { ...input, reason: ' ' }))).toBe(
      'motive.required',
    );
    await stage.wakeUps();
    const caller = stage.caller();
    const answer = await cancelPerformance(caller, input);
    expect(await cancelPerformance(caller, input)).toEqual(answer);
    const woken = await stage.wakeUps();
    for (const told of shown.options) {
      expect(await stage.option(told.id)).toMatchObject({
        state: 'cancelled',
        placed_quantity: 0,
        order_id: null,
        next_action_at: null,
      });
      const letters = await stage.letters(told.id);
      expect(letters.filter(({ state }) => state === 'owed').map(({ kind }) => kind)).toEqual([
        'performance-cancelled',
      ]);
      expect(woken).toContain(`option/${told.id}`);
      expect((await stage.history(told.id)).at(-1)).toMatchObject({
        verb: 'cancel-performance',
        after: { state: 'cancelled' },
        reason: 'Artiste souffrant',
      });
    }
    for (const { id, life } of options.filter((made) => !live(options).includes(made)))
      expect(await stage.option(id)).toMatchObject({ state: life.state });
    expect(await stage.counted(performanceId)).toEqual({ held: 0, ordered: 0, tentative: 0 });
    expect(await stage.holders([performanceId])).toEqual(new Map());
    const { rows } = await stage.owner.query<{ state: string; total_cents: string }>(
      'select state, total_cents from customer_order where id = any($1)',
      [orderIds],
    );
    expect(rows.map(({ state, total_cents }) => [state, Number(total_cents)])).toEqual(
      orderIds.map(() => ['cancelled', 0]),
    );
    await noDrift(performanceId);
    const contactId = await stage.contact();
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 1 }];
    expect(await refusal(requestOption(stage.caller(), { contactId, performanceId, lines }))).toBe(
      'authorisation.refused',
    );
    expect(await refusal(cancelPerformance(stage.caller(), { ...input, version: null }))).toBe(
      'performance.state',
    );
  });
});

describe('a guided change', () => {
  it('tells a pending refusal in the same words as a placement', async () => {
    const performanceId = await stage.performance(house);
    const contactId = await stage.contact();
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 4 }];
    const make = async () => (await requestOption(stage.caller(), { contactId, performanceId, lines })).id;
    const ids = [await make(), await make(), await make()];
    for (const optionId of ids) {
      const { rows } = await stage.owner.query<{ id: string }>(
        'select id from option_line where option_id = $1',
        [optionId],
      );
      const partly = [{ lineId: rows[0]!.id, quantity: 3 }];
      if (optionId !== ids[0]) await placeOption(stage.caller(), { optionId, lines: partly });
    }
    await refuseOption(stage.caller(), { optionId: ids[2]! });
    const shown = await preview({ verb: 'cancel-performance', performanceId });
    const input = { performanceId, version: null, preview: shown.fingerprint, reason: 'Grève' };
    await cancelPerformance(stage.caller(), input);
    const { rows } = await stage.owner.query<{ told: object }>(
      `select snapshot #- '{option,number}' #- '{option,requestedAt}' #- '{confirmationDueAt}' as told
       from letter where option_id = any($1)`,
      [ids],
    );
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]).toEqual(rows[0]);
  });

  it('is refused with a new preview when an option changed meanwhile, and nothing is done', async () => {
    const performanceId = await stage.performance(house);
    const contactId = await stage.contact();
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 2 }];
    const { id } = await requestOption(stage.caller(), { contactId, performanceId, lines });
    const change = { verb: 'cancel-performance' as const, performanceId };
    const shown = await preview(change);
    await placeOption(stage.caller(), { optionId: id });
    const input = { performanceId, version: shown.version, preview: shown.fingerprint, reason: 'Grève' };
    const failure = await cancelPerformance(stage.caller(), input).catch((error: unknown) => error);
    if (!(failure instanceof Problem)) throw new Error('no problem', { cause: failure });
    expect(failure.code).toBe('performance.previewStale');
    expect(failure.details.current).toEqual(await preview(change));
    expect(await stage.option(id)).toMatchObject({ state: 'placed' });
    expect(await stage.letters(id)).toEqual([]);
  });

  it('lets no request slip in behind it', async () => {
    const performanceId = await stage.performance(house);
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 1 }];
    const contactId = await stage.contact();
    const other = await stage.owner.connect();
    await other.query('begin');
    await other.query('select from performance where id = $1 for update', [performanceId]);
    await other.query(`update performance set state = 'cancelled' where id = $1`, [performanceId]);
    const asked = requestOption(stage.caller(), { contactId, performanceId, lines }).then(
      () => 'taken',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
    await lockAwaited(stage);
    await other.query('commit');
    other.release();
    expect(await asked).toBe('40001'); // told as server.unavailable: it can be tried again
    expect(await refusal(requestOption(stage.caller(), { contactId, performanceId, lines }))).toBe(
      'authorisation.refused',
    );
    const { rows } = await stage.owner.query('select from seat_option where performance_id = $1', [
      performanceId,
    ]);
    expect(rows).toEqual([]);
  });

  it('tells of two moves in one letter, from the date the contact knows', async () => {
    const startsAt = inDays(40);
    const performanceId = await stage.performance(house, { startsAt });
    const contactId = await stage.contact();
    const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 2 }];
    const { id } = await requestOption(stage.caller(), { contactId, performanceId, lines });
    for (const days of [50, 60]) {
      const shown = await preview({ verb: 'move-performance', performanceId, startsAt: inDays(days) });
      const input = {
        performanceId,
        version: null,
        startsAt: shown.startsAt.after,
        preview: shown.fingerprint,
      };
      await movePerformance(stage.caller(), input);
    }
    expect((await stage.letters(id)).map(({ state }) => state)).toEqual(['superseded', 'owed']);
    const { rows } = await stage.owner.query<{ known: string }>(
      `select snapshot->'moved'->>'startsAt' as known from letter where option_id = $1 and state = 'owed'`,
      [id],
    );
    expect(rows).toEqual([{ known: startsAt }]);
  });

  it('moves to no date that is past, and not to the one it has', async () => {
    const startsAt = inDays(40);
    const performanceId = await stage.performance(house, { startsAt });
    const faults = async (to: string) => {
      const failure = await preview({ verb: 'move-performance', performanceId, startsAt: to }).catch(
        (error: unknown) => error,
      );
      return failure instanceof Problem ? failure.details.errors : null;
    };
    expect(await faults(inDays(-1))).toEqual([{ path: 'startsAt', code: 'start.past' }]);
    expect(await faults(startsAt)).toEqual([{ path: 'startsAt', code: 'start.same' }]);
  });
});
