import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { releasePlanRecords } from '../../../activities/records/kinds/release-plans.ts';
import { changeRecord, createRecord, deleteRecord } from '../../../activities/records/write-record.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { dueSteps, type WaitingStep } from '../../../activities/stock/due-steps.ts';
import { previewRelease } from '../../../activities/stock/preview-release.ts';
import { releaseDue } from '../../../activities/stock/release-due.ts';
import { releasePlaces } from '../../../activities/stock/release-places.ts';
import { placesToTakeBack, takeBackRelease } from '../../../activities/stock/take-back-release.ts';
import { contingentReleaseList } from '../../../database/read-models/contingent-releases.ts';
import { stepDueAt } from '../../../rules/stock/release-steps.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { audit } from '../options/support/audit.ts';
import { createNumberedHouse, type NumberedHouse } from './support/numbered-house.ts';

let test: TestDatabase;
let house: NumberedHouse;
let owner: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createNumberedHouse(test.url, {
    contingents: ['GROUPES', 'PUBLIC'],
    rows: 4,
    poolSize: 32,
    activity: { overbookingAllowed: true, overbookingPercent: 10 },
  });
  owner = new pg.Pool({ connectionString: test.url, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await test.drop();
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** A plan of a performance, from the first contingent to the second. */
const planned = (performanceId: string, steps: { days: number; keep: number }[], more: object = {}) =>
  createRecord(house.caller(), releasePlanRecords, {
    name: 'Groupes',
    performanceId,
    fromContingentId: house.contingentIds[0]!,
    toContingentId: house.contingentIds[1]!,
    steps,
    ...more,
  });

const due = (now: string, performanceId: string): Promise<WaitingStep[]> =>
  house.database.read(house.institutionId, (db) => dueSteps(db, now, { performanceId, limit: 100 }));

const look = (now: string) =>
  releaseDue(
    { ...house.system(), now },
    {
      failed: (_step, failure) => {
        throw failure;
      },
    },
  );

async function capacities(performanceId: string): Promise<[number, number]> {
  const { rows } = await owner.query(
    `select coalesce(sum(capacity) filter (where contingent_id = $2), 0)::int as giver,
      coalesce(sum(capacity) filter (where contingent_id = $3), 0)::int as taker from stock where performance_id = $1`,
    [performanceId, ...house.contingentIds],
  );
  return [rows[0].giver, rows[0].taker];
}

async function released(performanceId: string) {
  const { rows } = await owner.query(
    'select id, days_before as days, quantity, version from contingent_release where performance_id = $1 order by days_before desc',
    [performanceId],
  );
  return rows;
}

async function sound(performanceId: string) {
  expect((await checkGauges(house.caller(), { performanceId })).drift).toEqual([]);
  expect(await audit(owner, [performanceId])).toEqual([]);
}

async function problem(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof Problem)) throw new Error('no problem', { cause: error });
  return { code: error.code, ...error.details };
}

/** A performance of the house by quantity: 100 places of each of two categories in both contingents. */
async function byQuantity(): Promise<string> {
  const { rows } = await owner.query(
    `insert into performance (institution_id, organisation_id, event_id, venue_id, time_zone, starts_at, state)
     select institution_id, organisation_id, event_id, venue_id, time_zone, date_trunc('milliseconds', now()) + interval '40 days', 'open' from performance where id = $1
     returning id`,
    [house.performanceId],
  );
  const id: string = rows[0].id;
  for (const table of ['stock_category', 'stock', 'price']) {
    const { rows: columns } = await owner.query(
      `select column_name from information_schema.columns where table_name = $1 and column_name not in ('id', 'performance_id')`,
      [table],
    );
    const names = columns.map((column) => column.column_name).join(', ');
    await owner.query(
      `insert into ${table} (performance_id, ${names}) select $1, ${names} from ${table} where performance_id = $2`,
      [id, house.performanceId],
    );
  }
  return id;
}

const place = (performanceId: string, quantity: number) =>
  placeDirectly(house.caller(), {
    contactId: house.individualId,
    performanceId,
    lines: [{ seatCategoryId: house.seatCategoryId, quantity }],
  });

describe('a stepped release', () => {
  it('lets go what is over, step by step, each once, and keeps what somebody holds', async () => {
    const id = await byQuantity();
    const plan = await planned(id, [
      { days: 30, keep: 120 },
      { days: 14, keep: 60 },
      { days: 7, keep: 0 },
    ]);
    await place(id, 30);
    expect(await due(inDays(0), id)).toEqual([]);
    await look(inDays(12));
    expect(await capacities(id)).toEqual([120, 280]);
    await look(inDays(12));
    expect(await released(id)).toMatchObject([{ days: 30, quantity: 80 }]);
    await look(inDays(35));
    expect(await released(id)).toMatchObject([
      { days: 30, quantity: 80 },
      { days: 14, quantity: 60 },
      { days: 7, quantity: 30 },
    ]);
    expect(await capacities(id)).toEqual([30, 370]);
    await sound(id);
    const { rows } = await owner.query(
      "select reason, after from history where subject_id = $1 and verb = 'release-places' order by at, id",
      [id],
    );
    expect(rows.map(({ reason }) => reason)).toEqual(['Groupes (J-30)', 'Groupes (J-14)', 'Groupes (J-7)']);
    expect(rows[0].after).toMatchObject({ quantity: 80, contingentId: house.contingentIds[1] });
    expect(plan.targetName).toBe('La Cerisaie');
  });

  it('is due at the very instant the rule says, in every zone and through a change of the clocks', async () => {
    const id = await byQuantity();
    const plan = await planned(id, [{ days: 3, keep: 10 }]);
    for (const timeZone of ['Europe/Paris', 'America/Santiago', 'Asia/Kathmandu', 'Pacific/Apia']) {
      for (const startsAt of [
        '2027-03-29T18:30:00.000Z',
        '2027-10-31T23:30:00.000Z',
        '2027-09-06T02:00:00.000Z',
      ]) {
        for (const moment of ['start-of-day', 'end-of-day'] as const) {
          await owner.query('update performance set starts_at = $2, time_zone = $3 where id = $1', [
            id,
            startsAt,
            timeZone,
          ]);
          await owner.query('update release_plan set moment = $2 where id = $1', [plan.id, moment]);
          const dueAt = stepDueAt(startsAt, timeZone, 3, moment);
          const before = new Date(Date.parse(dueAt) - 1).toISOString();
          expect(await due(before, id)).toEqual([]);
          expect(await due(dueAt, id)).toMatchObject([{ dueAt, days: 3 }]);
        }
      }
    }
    await owner.query('update release_plan set active = false where id = $1', [plan.id]);
  });

  it('follows a performance that moves, and leaves one alone that is cancelled or has begun', async () => {
    const id = await byQuantity();
    const plan = await planned(id, [{ days: 30, keep: 0 }]);
    const [step] = await due(inDays(12), id);
    await owner.query("update performance set starts_at = starts_at + interval '60 days' where id = $1", [
      id,
    ]);
    const { dueAt, days } = step!;
    const late = { ...house.system(), now: inDays(12) };
    expect(await releasePlaces(late, { performanceId: id, planId: plan.id, days, dueAt })).toEqual({
      done: 'notDue',
    });
    expect(await due(inDays(69), id)).toEqual([]);
    expect(await due(inDays(71), id)).toHaveLength(1);
    await owner.query("update performance set state = 'cancelled' where id = $1", [id]);
    expect(await due(inDays(71), id)).toEqual([]);
    await owner.query("update performance set state = 'open' where id = $1", [id]);
    expect(await due(inDays(101), id)).toEqual([]);
    await deleteRecord(house.caller(), releasePlanRecords, { id: plan.id, version: null });
  });

  it('obeys the most specific plan, and a plan without steps releases nothing', async () => {
    const [id, other] = [await byQuantity(), await byQuantity()];
    const wide = await planned(id, [{ days: 30, keep: 50 }], {
      performanceId: null,
      activityId: house.activityId,
    });
    const event = await planned(id, [{ days: 30, keep: 90 }], {
      performanceId: null,
      eventId: house.eventId,
    });
    const none = await planned(id, []);
    expect(await due(inDays(12), id)).toEqual([]);
    expect(await due(inDays(12), other)).toMatchObject([{ planId: event.id, keep: 90 }]);
    await changeRecord(house.caller(), releasePlanRecords, {
      id: event.id,
      version: null,
      values: { active: false },
    });
    expect(await due(inDays(12), other)).toMatchObject([{ planId: wide.id, keep: 50 }]);
    const preview = await house.database.read(house.institutionId, (db) =>
      previewRelease(db, { institutionId: house.institutionId, organisationIds: 'all' }, wide, inDays(0)),
    );
    const told = (performanceId: string) =>
      preview.performances.find((each) => each.performanceId === performanceId);
    expect(told(id)).toMatchObject({ overriddenBy: 'Groupes', steps: [] });
    expect(told(other)).toMatchObject({
      capacity: 200,
      overriddenBy: null,
      steps: [{ days: 30, state: 'ahead', released: 150, kept: 50 }],
    });
    for (const plan of [wide, event, none])
      await deleteRecord(house.caller(), releasePlanRecords, { id: plan.id, version: null });
  });

  it('lets whole rows go from the back of a hall with numbers, and takes them back while they are free', async () => {
    const id = await house.numbered();
    await planned(id, [{ days: 5, keep: 25 }], { seatCategoryId: house.seatCategoryId });
    await owner.query("update performance set starts_at = now() + interval '4 days' where id = $1", [id]);
    await look(inDays(0));
    const seats = await house.seats(id);
    expect(seats.map(({ contingentId }) => contingentId === house.contingentIds[1]).lastIndexOf(false)).toBe(
      29,
    );
    const [row] = await released(id);
    expect(row).toMatchObject({ quantity: 15 });
    await sound(id);
    const request = await requestOption(house.caller(), {
      contactId: house.individualId,
      performanceId: id,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 2 }],
    });
    const lines = [{ lineId: request.lines[0]!.id, quantity: 2, seatIds: [seats[38]!.id, seats[39]!.id] }];
    const option = await placeOption(house.caller(), { optionId: request.id, lines });
    expect(option.state).toBe('placed');
    const release = await house.database.read(house.institutionId, async (db) => {
      const found = await contingentReleaseList.one(
        db,
        { institutionId: house.institutionId, organisationIds: 'all' },
        row.id,
      );
      return { found, free: await placesToTakeBack(db, found!) };
    });
    expect(release.free).toBe(13);
    const back = { releaseId: row.id, version: row.version };
    expect(await takeBackRelease(house.caller(), { ...back, reason: 'Un groupe revient' })).toEqual({
      quantity: 13,
      released: 15,
    });
    expect(
      (await house.seats(id)).filter(({ contingentId }) => contingentId === house.contingentIds[1]),
    ).toHaveLength(2);
    await sound(id);
    expect(await problem(takeBackRelease(house.caller(), { ...back, version: null }))).toEqual({
      code: 'release.takenBack',
    });
    expect((await look(inDays(0))).steps).toBe(0);
    const { rows } = await owner.query(
      "select reason from history where subject_id = $1 and verb = 'take-back-release'",
      [id],
    );
    expect(rows).toEqual([{ reason: 'Un groupe revient' }]);
  });

  it('goes on from what is really away when a part of a release in percent came back', async () => {
    const id = await byQuantity();
    const plan = await planned(
      id,
      [
        { days: 30, keep: 50 },
        { days: 14, keep: 30 },
      ],
      { keepUnit: 'percent' },
    );
    await look(inDays(12));
    expect(await capacities(id)).toEqual([100, 300]);
    // of the fifty released of each category, somebody holds all but twenty of the first
    await place(id, 130);
    const [row] = await released(id);
    expect(await takeBackRelease(house.caller(), { releaseId: row.id, version: null })).toMatchObject({
      quantity: 70,
      released: 100,
    });
    expect(await capacities(id)).toEqual([170, 230]);
    const told = await house.database.read(house.institutionId, (db) =>
      previewRelease(db, { institutionId: house.institutionId, organisationIds: 'all' }, plan, inDays(12)),
    );
    expect(told.performances[0]!.steps).toMatchObject([
      { days: 30, state: 'done', released: 100 },
      { days: 14, state: 'ahead', released: 110, kept: 60 },
    ]);
    await look(inDays(35));
    expect((await released(id)).map(({ quantity }) => quantity)).toEqual([100, 110]);
    expect(await capacities(id)).toEqual([60, 340]);
    await sound(id);
  });

  it('never takes a place that somebody takes at the same time, and is done once by several workers', async () => {
    const ids = [await byQuantity(), await house.numbered(), await house.numbered()];
    for (const id of ids) {
      await planned(id, [{ days: 5, keep: 10 }]);
      await owner.query("update performance set starts_at = now() + interval '4 days' where id = $1", [id]);
    }
    const placements = ids.flatMap((id) =>
      Array.from({ length: 8 }, () => place(id, 3).then(() => 3, refusal)),
    );
    const looks = [look(inDays(0)), look(inDays(0)), look(inDays(0))];
    const placed = await Promise.all(placements);
    await Promise.all(looks);
    for (const [at, id] of ids.entries()) {
      expect(await released(id)).toHaveLength(1);
      await sound(id);
      const { rows } = await owner.query(
        "select coalesce(sum(quantity), 0)::int as held from claim where performance_id = $1 and counter = 'held'",
        [id],
      );
      expect(rows[0].held).toBe(
        placed.slice(at * 8, at * 8 + 8).reduce<number>((sum, quantity) => sum + quantity, 0),
      );
    }
  });
});

/** Somebody was faster: that is an answer, anything else is a fault. */
function refusal(failure: unknown): number {
  if (failure instanceof Problem && failure.code === 'stock.insufficient') return 0;
  throw failure;
}

describe('a plan that cannot be', () => {
  it('is refused with the path of each fault', async () => {
    const id = await byQuantity();
    const fault = async (values: object) =>
      (await problem(planned(id, [{ days: 3, keep: 1 }], values))).errors;
    expect(await fault({ toContingentId: house.contingentIds[0]! })).toEqual([
      { path: 'toContingentId', code: 'release.sameContingent' },
    ]);
    expect(await fault({ eventId: house.eventId })).toEqual([{ path: 'activityId', code: 'release.target' }]);
    expect(await fault({ performanceId: null })).toEqual([{ path: 'activityId', code: 'release.target' }]);
    expect(
      await fault({
        steps: [
          { days: 3, keep: 1 },
          { days: 4, keep: 2 },
        ],
      }),
    ).toEqual([
      { path: 'steps.1.days', code: 'release.daysOrder' },
      { path: 'steps.1.keep', code: 'release.keepOrder' },
    ]);
    const unknown = '01890000-0000-7000-8000-000000000000';
    expect(await fault({ fromContingentId: unknown })).toEqual([
      { path: 'fromContingentId', code: 'field.reference' },
    ]);
    await planned(id, [{ days: 3, keep: 1 }]);
    expect(await fault({ seatCategoryId: house.seatCategoryId })).toEqual([
      { path: 'fromContingentId', code: 'release.overlaps' },
    ]);
  });
});
