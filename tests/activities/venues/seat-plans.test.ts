import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { Problem } from '../../../activities/problem.ts';
import { configurationRecords } from '../../../activities/records/kinds/logical-configurations.ts';
import { performanceRecords } from '../../../activities/records/kinds/performances.ts';
import { seatPlanRecords, spaceRecords } from '../../../activities/records/kinds/spaces.ts';
import { seatCategoryRecords, venueRecords } from '../../../activities/records/kinds/venues.ts';
import { changeRecord, createRecord, deleteRecord } from '../../../activities/records/write-record.ts';
import { importSeatPlan } from '../../../activities/venues/import-seat-plan.ts';
import { type Paint, paintSeats } from '../../../activities/venues/paint-seats.ts';
import { readSeatPlan } from '../../../activities/venues/seat-plan-file/read-seat-plan.ts';
import { writeSeatPlan } from '../../../activities/venues/seat-plan-file/write-seat-plan.ts';
import { readConfigurationSeats, readSeatPlanDraft } from '../../../database/read-models/seat-plans.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createHouse, type House } from '../../support/house.ts';
import { bytesOf, plainPlan, plainPlanOf } from './support/plan-files.ts';

let test: TestDatabase;
let house: House;
let other: House;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createHouse(test.url);
  other = await createHouse(test.url);
});

afterAll(async () => {
  await house.close();
  await other.close();
  await test.drop();
});

let spaces = 0;

function newSpace(venueId = house.venueId) {
  spaces += 1;
  return createRecord(house.caller(), spaceRecords, {
    venueId,
    code: `ESPACE-${spaces}`,
    name: `Espace ${spaces}`,
  });
}

const load = (spaceId: string, value: unknown, dryRun = false) =>
  importSeatPlan(house.caller(), { spaceId, bytes: bytesOf(value), dryRun });

/** A space with the plain plan and a numbered configuration of it. */
async function painted(state: 'draft' | 'valid' = 'draft') {
  const space = await newSpace();
  const { planId } = await load(space.id, plainPlan());
  const configuration = await createRecord(house.caller(), configurationRecords, {
    spaceId: space.id,
    code: 'ASSIS',
    name: 'Assis',
    numbered: true,
    planId: planId ?? '',
    capacities: [],
    state,
  });
  return { space, planId: planId ?? '', configuration };
}

const paint = (configurationId: string, paints: Paint[], version: number | null = null) =>
  paintSeats(house.caller(), { configurationId, version, paints });

const read = <T>(work: Parameters<typeof house.database.read<T>>[1]) =>
  house.database.read(house.institutionId, work);

const scope = () => ({ institutionId: house.institutionId, organisationIds: [house.organisationId] });

async function problem(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!(error instanceof Problem)) throw new Error('no problem', { cause: error });
  return { code: error.code, ...error.details };
}

const counts = () =>
  read(async (db) => {
    const found = await sql<{ plans: number; seats: number }>`select
      (select count(*)::int from seat_plan) as plans, (select count(*)::int from seat) as seats`.execute(db);
    return found.rows[0];
  });

describe('importing a seat plan', () => {
  it('makes the plan with all its seats, and the same file again changes nothing', async () => {
    const { id } = await newSpace();
    const first = await load(id, plainPlan());
    expect(first).toMatchObject({
      outcome: 'created',
      name: 'Salle simple',
      revision: 1,
      seatCount: 12,
      zones: [{ name: 'PLATEA', seats: 12 }],
      categories: [
        { name: 'CAT1', colour: '#b71c1c', seats: 6 },
        { name: 'CAT2', colour: '#1155aa', seats: 6 },
      ],
      seatsAdded: 12,
      seatsRemoved: 0,
    });
    const before = await counts();
    const again = await load(id, JSON.stringify(plainPlan(), null, 4));
    expect(again).toMatchObject({ outcome: 'unchanged', planId: first.planId, revision: 1, seatsAdded: 0 });
    expect(await counts()).toEqual(before);
  });

  it('makes the next revision of a changed file and leaves the older one as it is', async () => {
    const { id } = await newSpace();
    const first = await load(id, plainPlan());
    const plan = plainPlan();
    plan.zones[0]!.rows[1]!.seats.splice(4);
    plan.zones[0]!.rows[0]!.seats[0]!.seat_guid = 'new';
    const second = await load(id, plan);
    expect(second).toMatchObject({
      outcome: 'revised',
      revision: 2,
      seatCount: 10,
      seatsAdded: 1,
      seatsRemoved: 3,
    });
    const kept = await read((db) => readSeatPlanDraft(db, scope(), first.planId ?? ''));
    expect(kept).toEqual(readSeatPlan(bytesOf(plainPlan())));
  });

  it('gives back as a file what reads as the same plan', async () => {
    const { id } = await newSpace();
    const { planId } = await load(id, plainPlan());
    const plan = await read((db) => readSeatPlanDraft(db, scope(), planId ?? ''));
    expect(plan && (await load(id, writeSeatPlan(plan)))).toMatchObject({ outcome: 'unchanged', planId });
  });

  it('leaves nothing of a file with a fault, nor of one that is only tried', async () => {
    const { id } = await newSpace();
    const before = await counts();
    const plan = plainPlan();
    plan.zones[0]!.rows[1]!.seats[5]!.seat_guid = '1-1';
    expect(await problem(load(id, plan))).toMatchObject({
      code: 'plan.invalid',
      errors: [{ path: 'zones[0].rows[1].seats[5].seat_guid', code: 'plan.guidTwice' }],
    });
    expect(await problem(load(id, plan, true))).toMatchObject({ code: 'plan.invalid' });
    expect(await load(id, plainPlan(), true)).toMatchObject({
      outcome: 'created',
      planId: null,
      revision: 1,
    });
    expect(await counts()).toEqual(before);
  });

  it('takes two imports of one file at once as one', async () => {
    const { id } = await newSpace();
    const both = await Promise.all([load(id, plainPlan()), load(id, plainPlan())]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['created', 'unchanged']);
    expect(new Set(both.map(({ planId }) => planId)).size).toBe(1);
  });

  it('takes the largest plan', async () => {
    const { id } = await newSpace();
    const { planId } = await load(id, plainPlanOf(30_000));
    const plan = await read((db) => readSeatPlanDraft(db, scope(), planId ?? ''));
    expect(plan?.seats).toHaveLength(30_000);
    expect(plan).toEqual(readSeatPlan(bytesOf(plainPlanOf(30_000))));
  });

  it('finds only spaces within reach, and other houses see none of it', async () => {
    const { id } = await newSpace();
    const { planId } = await load(id, plainPlan());
    const bytes = bytesOf(plainPlan());
    for (const dryRun of [true, false]) {
      const asked = importSeatPlan(other.caller(), { spaceId: id, bytes, dryRun });
      expect(await problem(asked)).toEqual({ code: 'request.notFound' });
    }
    const seen = await other.database.read(other.institutionId, (db) =>
      db
        .selectFrom('seat')
        .select('id')
        .where('plan_id', '=', planId ?? '')
        .execute(),
    );
    expect(seen).toEqual([]);
  });

  it('makes what nobody of the application can change: seats and plans', async () => {
    const { planId } = await painted();
    for (const change of [
      sql`update seat set number = '99' where plan_id = ${planId}`,
      sql`delete from seat where plan_id = ${planId}`,
      sql`update seat_plan set name = 'other' where id = ${planId}`,
    ]) {
      await expect(read((db) => change.execute(db))).rejects.toThrow('permission denied');
    }
  });
});

describe('a logical configuration', () => {
  it('starts with the categories that the file of its plan names', async () => {
    const { configuration } = await painted();
    const [first, second] = house.seatCategoryIds;
    expect(configuration).toMatchObject({ state: 'draft', planRevision: 1, capacity: 12, performances: 0 });
    expect(
      configuration.categories.map(({ seatCategoryId, capacity }) => [seatCategoryId, capacity]),
    ).toEqual([
      [first, 6],
      [second, 6],
    ]);
  });

  it('is painted seat by seat and row by row, counted, and told in history', async () => {
    const { configuration } = await painted();
    const [first = '', second = ''] = house.seatCategoryIds;
    const seats = await read((db) => readConfigurationSeats(db, scope(), configuration.id));
    const ids = seats?.seats.id ?? [];
    const after = await paint(
      configuration.id,
      [
        { seatCategoryId: second, areas: [{ zone: 'PLATEA', rowLabel: '1' }] },
        { seatCategoryId: first, seatIds: ids.slice(0, 2) },
        { seatCategoryId: null, seatIds: ids.slice(-1) },
      ],
      configuration.version,
    );
    expect(after.categories.map(({ capacity }) => capacity)).toEqual([2, 9]);
    expect(after).toMatchObject({ capacity: 11, version: configuration.version + 1 });
    const painting = await read((db) => readConfigurationSeats(db, scope(), configuration.id));
    expect(painting?.seats.category).toEqual([0, 0, ...Array.from({ length: 9 }, () => 1), -1]);
    const same = await paint(configuration.id, [{ seatCategoryId: first, seatIds: ids.slice(0, 2) }]);
    expect(same.version).toBe(after.version);
    const told = await read((db) =>
      db
        .selectFrom('history')
        .select(['before', 'after'])
        .where('subject_id', '=', configuration.id)
        .where('verb', '=', 'paint-seats')
        .execute(),
    );
    expect(told).toEqual([{ before: { [first]: 6, [second]: 6 }, after: { [first]: 2, [second]: 9 } }]);
  });

  it('refuses seats of another plan, categories of another venue and areas without a seat', async () => {
    const { configuration } = await painted();
    const { configuration: elsewhere } = await painted();
    const theirs = await read((db) => readConfigurationSeats(db, scope(), elsewhere.id));
    const [first = ''] = house.seatCategoryIds;
    const refusals = [
      [
        { seatCategoryId: first, seatIds: theirs?.seats.id.slice(0, 1) ?? [] },
        'paints.0.seatIds.0 field.reference',
      ],
      [
        { seatCategoryId: other.seatCategoryId, areas: [{ zone: 'PLATEA' }] },
        'paints.0.seatCategoryId configuration.elsewhere',
      ],
      [{ seatCategoryId: first, areas: [{ zone: 'PARADIS' }] }, 'paints.0.areas.0 field.reference'],
    ] as const;
    for (const [each, fault] of refusals) {
      const told = await problem(paint(configuration.id, [each]));
      expect(told.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([fault]);
    }
    const asked = paintSeats(other.caller(), {
      configurationId: configuration.id,
      version: null,
      paints: [],
    });
    expect(await problem(asked)).toEqual({ code: 'request.notFound' });
  });

  it('by quantity has the capacities it is given, and no plan', async () => {
    const space = await newSpace();
    const { planId } = await load(space.id, plainPlan());
    const [first = '', second = ''] = house.seatCategoryIds;
    const given = { spaceId: space.id, code: 'DEBOUT', name: 'Debout', numbered: false };
    const capacities = [{ seatCategoryId: first, capacity: 200 }];
    const wrong = createRecord(house.caller(), configurationRecords, { ...given, planId });
    expect(await problem(wrong)).toMatchObject({
      errors: [{ path: 'planId', code: 'configuration.numbered' }],
    });
    const made = await createRecord(house.caller(), configurationRecords, { ...given, capacities });
    expect(made).toMatchObject({ capacity: 200, capacities, planId: null });
    const changed = await changeRecord(house.caller(), configurationRecords, {
      id: made.id,
      version: made.version,
      values: { capacities: [...capacities, { seatCategoryId: second, capacity: 50 }], state: 'valid' },
    });
    expect(changed).toMatchObject({ capacity: 250, state: 'valid', version: made.version + 1 });
    const emptied = changeRecord(house.caller(), configurationRecords, {
      id: made.id,
      version: null,
      values: { capacities: [], state: 'valid' },
    });
    expect(await problem(emptied)).toMatchObject({ code: 'configuration.empty' });
    const withOneOf = (seatCategoryId: string) =>
      changeRecord(house.caller(), configurationRecords, {
        id: made.id,
        version: null,
        values: { capacities: [...capacities, { seatCategoryId, capacity: 1 }] },
      });
    expect((await problem(withOneOf(other.seatCategoryId))).errors).toEqual([
      { path: 'capacities.1.seatCategoryId', code: 'configuration.elsewhere' },
    ]);
    expect((await problem(withOneOf(first))).errors).toEqual([
      { path: 'capacities.1.seatCategoryId', code: 'field.duplicate' },
    ]);
  });

  it('is made of a plan of its own space only', async () => {
    const [mine, theirs] = [await newSpace(), await newSpace()];
    const { planId } = await load(theirs.id, plainPlan());
    const asked = createRecord(house.caller(), configurationRecords, {
      spaceId: mine.id,
      code: 'X',
      name: 'X',
      numbered: true,
      planId,
    });
    expect((await problem(asked)).errors).toEqual([{ path: 'planId', code: 'configuration.elsewhere' }]);
  });
});

describe('a configuration that a performance names', () => {
  /** A performance without stock yet. */
  const newPerformance = () =>
    createRecord(house.caller(), performanceRecords, {
      eventId: house.eventId,
      venueId: house.venueId,
      startsAt: '2030-05-01T18:00:00.000Z',
    });

  const name = (id: string, configurationId: string | null) =>
    changeRecord(house.caller(), performanceRecords, { id, version: null, values: { configurationId } });

  it('is valid, of the venue, and has what the performance has', async () => {
    const { configuration: draft } = await painted();
    const { id } = await newPerformance();
    const refused = async (configurationId: string, performanceId = id) =>
      (await problem(name(performanceId, configurationId))).errors;
    const path = 'configurationId';
    expect(await refused(draft.id)).toEqual([{ path, code: 'configuration.draft' }]);
    const { configuration } = await painted('valid');
    // the house's performances have 100 places a category in stock
    expect(await refused(configuration.id, house.performanceId)).toEqual([
      { path, code: 'configuration.capacities' },
    ]);
    expect(await name(id, configuration.id)).toMatchObject({
      configurationId: configuration.id,
      configurationName: 'Assis',
    });
    const venue = await createRecord(house.caller(), venueRecords, {
      organisationId: house.organisationId,
      code: 'AILLEURS',
      name: 'Ailleurs',
      timeZone: 'Europe/Paris',
    });
    const moved = changeRecord(house.caller(), performanceRecords, {
      id,
      version: null,
      values: { venueId: venue.id },
    });
    expect((await problem(moved)).errors).toEqual([{ path, code: 'configuration.elsewhere' }]);
  });

  it('keeps its seats, its plan and its place: what hangs on it stands in the way', async () => {
    const { configuration, planId, space } = await painted('valid');
    const { id } = await newPerformance();
    await name(id, configuration.id);
    const [first = ''] = house.seatCategoryIds;
    const inUse = { code: 'record.inUse', reasons: [{ code: 'usedBy.performances', values: { count: 1 } }] };
    expect(
      await problem(paint(configuration.id, [{ seatCategoryId: first, areas: [{ zone: 'PLATEA' }] }])),
    ).toEqual(inUse);
    const back = changeRecord(house.caller(), configurationRecords, {
      id: configuration.id,
      version: null,
      values: { state: 'draft' },
    });
    expect(await problem(back)).toEqual(inUse);
    const uses = async (work: Promise<unknown>) => (await problem(work)).reasons?.map(({ code }) => code);
    const remove = { version: null };
    expect(
      await uses(deleteRecord(house.caller(), configurationRecords, { ...remove, id: configuration.id })),
    ).toEqual(['usedBy.performances']);
    expect(await uses(deleteRecord(house.caller(), seatPlanRecords, { ...remove, id: planId }))).toEqual([
      'usedBy.configurations',
    ]);
    expect(await uses(deleteRecord(house.caller(), spaceRecords, { ...remove, id: space.id }))).toEqual([
      'usedBy.configurations',
      'usedBy.seatPlans',
    ]);
    expect(await uses(deleteRecord(house.caller(), seatCategoryRecords, { ...remove, id: first }))).toContain(
      'usedBy.configurations',
    );
    await name(id, null);
    await deleteRecord(house.caller(), configurationRecords, { ...remove, id: configuration.id });
    await deleteRecord(house.caller(), seatPlanRecords, { ...remove, id: planId });
    expect(await read((db) => readSeatPlanDraft(db, scope(), planId))).toBeNull();
  });
});
