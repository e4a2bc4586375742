import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { writeProgramme } from '../../../activities/catalogue/write-programme.ts';
import type {
  PerformanceInput,
  ProgrammeInput,
  SeatsInput,
} from '../../../activities/catalogue/writing/programme-input.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createHouse, type House, usualSettings } from '../../support/house.ts';

let database: TestDatabase;
let house: House;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  house = await createHouse(database.url, { contingents: ['COLLECTIVITES', 'SCOLAIRES'], poolSize: 3 });
});

afterEach(() => house.close());

const seats = (capacity: number, priceCents = 3000): SeatsInput => ({
  category: 'ORCHESTRE',
  contingents: [
    { code: 'COLLECTIVITES', capacity },
    { code: 'SCOLAIRES', capacity: 10 },
  ],
  prices: [{ subcategory: 'OPTION', priceCents }],
});

const performance = (more: Partial<PerformanceInput> = {}): PerformanceInput => ({
  externalId: 'soir-1',
  event: 'ORAGE',
  venue: 'STUDIO',
  startsAt: '2027-03-20T19:30:00.000Z',
  seats: [seats(50)],
  ...more,
});

/** A programme beside the house's own: one studio, one event. */
const programme = (more: Partial<ProgrammeInput> = {}): ProgrammeInput => ({
  organisationId: house.organisationId,
  venues: [
    {
      code: 'STUDIO',
      name: 'Studio',
      timeZone: 'Europe/Paris',
      categories: [{ code: 'ORCHESTRE', name: 'Orchestre', rank: 1, colour: '#1255a0' }],
    },
  ],
  seasons: [{ code: 'P', name: 'Printemps', startsOn: '2027-01-01', endsOn: '2027-06-30' }],
  activities: [{ season: 'P', code: 'A', name: 'Spectacles', settings: usualSettings }],
  events: [
    { code: 'ORAGE', externalId: null, name: 'L’Orage', season: 'P', activity: 'A', family: 'ENTREE' },
  ],
  performances: [performance()],
  ...more,
});

const write = (more: Partial<ProgrammeInput> = {}) => writeProgramme(house.system(), programme(more));

const read = <Row>(work: Parameters<typeof house.database.read<Row>>[1]) =>
  house.database.read(house.institutionId, work);

const performanceRow = () =>
  read((db) =>
    db.selectFrom('performance').selectAll().where('external_id', '=', 'soir-1').executeTakeFirstOrThrow(),
  );

async function stockRow() {
  const { id } = await performanceRow();
  return read((db) =>
    db
      .selectFrom('stock')
      .innerJoin('contingent', 'contingent.id', 'stock.contingent_id')
      .selectAll('stock')
      .where('performance_id', '=', id)
      .where('contingent.code', '=', 'COLLECTIVITES')
      .executeTakeFirstOrThrow(),
  );
}

const categoryRow = async () => {
  const { id } = await performanceRow();
  return read((db) =>
    db.selectFrom('stock_category').selectAll().where('performance_id', '=', id).executeTakeFirstOrThrow(),
  );
};

const winter = '2027-01-04T10:00:00.000Z';

/** An option placed in January on the programme's performance. */
async function placed(quantity: number): Promise<string> {
  const { id: performanceId, venue_id } = await performanceRow();
  const category = await read((db) =>
    db.selectFrom('seat_category').select('id').where('venue_id', '=', venue_id).executeTakeFirstOrThrow(),
  );
  const { id } = await requestOption(house.caller(undefined, winter), {
    contactId: house.structureId,
    performanceId,
    lines: [{ seatCategoryId: category.id, quantity }],
  });
  await placeOption(house.caller(undefined, winter), { optionId: id });
  return id;
}

const option = (id: string) =>
  read((db) => db.selectFrom('seat_option').selectAll().where('id', '=', id).executeTakeFirstOrThrow());

describe('writing a programme', () => {
  it('creates what is missing and then changes nothing: no version, no history', async () => {
    expect(await write()).toEqual({ created: 1, updated: 0, unchanged: 0 });
    const history = () =>
      read((db) => db.selectFrom('history').select(['id', 'verb', 'subject_type']).orderBy('id').execute());
    const before = [await history(), await performanceRow(), await stockRow(), await categoryRow()];
    expect(await write()).toEqual({ created: 0, updated: 0, unchanged: 1 });
    expect([await history(), await performanceRow(), await stockRow(), await categoryRow()]).toEqual(before);
  });

  it('gives the stored answer to the same call, and refuses another one under its key', async () => {
    const caller = house.system('import-1');
    expect(await writeProgramme(caller, programme())).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(await writeProgramme(caller, programme())).toEqual({ created: 1, updated: 0, unchanged: 0 });
    await expect(writeProgramme(caller, programme({ performances: [] }))).rejects.toMatchObject({
      code: 'idempotency.mismatch',
    });
  });

  it('updates what differs, with the values before and after', async () => {
    await write();
    const answer = await write({
      venues: [{ ...programme().venues[0]!, name: 'Le Studio' }],
      performances: [performance({ seats: [seats(50, 3300)] })],
    });
    expect(answer).toEqual({ created: 0, updated: 1, unchanged: 0 });
    const told = await read((db) =>
      db
        .selectFrom('history')
        .select(['verb', 'subject_type', 'before', 'after'])
        .where('verb', '=', 'change')
        .execute(),
    );
    expect(told).toEqual([
      { verb: 'change', subject_type: 'venue', before: { name: 'Studio' }, after: { name: 'Le Studio' } },
    ]);
    const prices = await read((db) =>
      db.selectFrom('price').select(['price_cents', 'version']).where('price_cents', '=', 3300).execute(),
    );
    expect(prices).toHaveLength(6);
    expect(new Set(prices.map(({ version }) => version))).toEqual(new Set([2]));
  });

  it('keeps people’s decisions: the settings of an activity, a closed performance', async () => {
    await write();
    const { id } = await performanceRow();
    await read(async (db) => {
      await db.updateTable('season_activity').set({ confirmation_days_after_placement: 21 }).execute();
      await db.updateTable('performance').set({ state: 'closed' }).where('id', '=', id).execute();
    });
    expect(await write()).toEqual({ created: 0, updated: 0, unchanged: 1 });
    expect((await performanceRow()).state).toBe('closed');
  });

  it.each([
    ['an unknown event', { performances: [performance({ event: 'ABSENT' })] }, 'performances.0.event'],
    ['an unknown venue', { performances: [performance({ venue: 'ABSENT' })] }, 'performances.0.venue'],
    [
      'an unknown contingent',
      {
        performances: [
          performance({
            seats: [{ category: 'ORCHESTRE', contingents: [{ code: 'ABSENT', capacity: 1 }], prices: [] }],
          }),
        ],
      },
      'performances.0.seats.0.contingents.0.code',
    ],
    [
      'an unknown price',
      {
        performances: [
          performance({
            seats: [
              { category: 'ORCHESTRE', contingents: [], prices: [{ subcategory: 'ABSENT', priceCents: 1 }] },
            ],
          }),
        ],
      },
      'performances.0.seats.0.prices.0.subcategory',
    ],
    [
      'a performance named twice',
      { performances: [performance(), performance()] },
      'performances.1.externalId',
    ],
  ])('refuses %s as a whole', async (_what, more, path) => {
    const failed = await write(more).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Problem);
    expect(failed).toMatchObject({ code: 'request.invalid', details: { errors: [{ path }] } });
    const venues = await read((db) =>
      db.selectFrom('venue').select('id').where('code', '=', 'STUDIO').execute(),
    );
    expect(venues).toEqual([]);
  });

  it('does not find the organisation of another institution', async () => {
    const other = await createHouse(database.url, { poolSize: 2 });
    try {
      await expect(write({ organisationId: other.organisationId })).rejects.toMatchObject({
        code: 'request.notFound',
      });
    } finally {
      await other.close();
    }
  });

  it('lets only one of two imports at once create, and the other finds all there', async () => {
    const answers = await Promise.all([write(), write()]);
    expect(answers.toSorted((a, b) => a.created - b.created)).toEqual([
      { created: 0, updated: 0, unchanged: 1 },
      { created: 1, updated: 0, unchanged: 0 },
    ]);
  });
});

describe('changing the capacity of stock', () => {
  it('follows the guarded update: a row with more taken than its new limit only shrinks', async () => {
    await write();
    await placed(30);
    expect(await write({ performances: [performance({ seats: [seats(20)] })] })).toMatchObject({
      updated: 1,
    });
    expect(await stockRow()).toMatchObject({ capacity: 20, held: 30, ceiling: 30, firm_ceiling: 20 });
    expect(await categoryRow()).toMatchObject({ capacity: 30, assigned: 30 });
    const full = await placed(11).catch((error: unknown) => error);
    expect(full).toMatchObject({ code: 'stock.insufficient' });
    expect(await write({ performances: [performance({ seats: [seats(60)] })] })).toMatchObject({
      updated: 1,
    });
    expect(await stockRow()).toMatchObject({ capacity: 60, held: 30, ceiling: 60, firm_ceiling: 60 });
    expect(await categoryRow()).toMatchObject({ capacity: 70, assigned: 70 });
  });

  it('adds a contingent to a category that is there', async () => {
    const small = { ...seats(50), contingents: [{ code: 'COLLECTIVITES', capacity: 50 }] };
    await write({ performances: [performance({ seats: [small] })] });
    expect(await categoryRow()).toMatchObject({ capacity: 50, assigned: 50 });
    expect(await write()).toMatchObject({ updated: 1 });
    expect(await categoryRow()).toMatchObject({ capacity: 60, assigned: 60 });
  });

  it('gives overbooking to rows of the quota, and a pool to the category of the capacity', async () => {
    const over = { ...usualSettings, overbookingAllowed: true, overbookingPercent: 15 };
    await write({ activities: [{ season: 'P', code: 'A', name: 'Spectacles', settings: over }] });
    expect(await stockRow()).toMatchObject({ capacity: 50, overbooking: 7, ceiling: 57, firm_ceiling: 50 });
    await write({ performances: [performance({ seats: [seats(20)] })] });
    expect(await stockRow()).toMatchObject({ capacity: 20, overbooking: 3, ceiling: 23 });

    const pooled = { ...over, overbookingBasis: 'capacity' as const };
    await write({
      activities: [{ season: 'P', code: 'B', name: 'Festival', settings: pooled }],
      events: [
        { code: 'CIRQUE', externalId: null, name: 'Cirque', season: 'P', activity: 'B', family: 'ENTREE' },
      ],
      performances: [performance({ externalId: 'cirque-1', event: 'CIRQUE' })],
    });
    const rows = await read((db) =>
      db
        .selectFrom('stock_category as c')
        .innerJoin('performance as p', 'p.id', 'c.performance_id')
        .select(['c.capacity', 'c.pool', 'c.pool_ceiling', 'c.lent'])
        .where('p.external_id', '=', 'cirque-1')
        .execute(),
    );
    expect(rows).toEqual([{ capacity: 60, pool: 9, pool_ceiling: 9, lent: 0 }]);
  });
});

describe('moving a performance with options', () => {
  const before = {
    ...usualSettings,
    confirmationDaysAfterPlacement: null,
    confirmationDaysBeforePerformance: 30,
  };
  const move = (startsAt: string) => write({ performances: [performance({ startsAt })] });

  beforeEach(() => write({ activities: [{ season: 'P', code: 'A', name: 'Spectacles', settings: before }] }));

  it('postpones what depended on its date, at once', async () => {
    const id = await placed(4);
    expect((await option(id)).confirmation_due_at).toBe('2027-02-18T22:59:59.999Z');
    expect(await move('2027-03-27T19:30:00.000Z')).toMatchObject({ updated: 1 });
    const moved = await option(id);
    expect(moved).toMatchObject({
      performance_starts_at: '2027-03-27T19:30:00.000Z',
      confirmation_due_at: '2027-02-25T22:59:59.999Z',
      next_action_at: '2027-02-25T22:59:59.999Z',
    });
    const told = await read((db) =>
      db
        .selectFrom('history')
        .select(['verb', 'before', 'after'])
        .where('subject_id', '=', id)
        .where('verb', '=', 'performance-moved')
        .execute(),
    );
    expect(told).toMatchObject([
      {
        before: { confirmationDueAt: '2027-02-18T22:59:59.999Z' },
        after: { confirmationDueAt: '2027-02-25T22:59:59.999Z' },
      },
    ]);
  });

  it('keeps the date the contact was told when it comes earlier, but not after the performance', async () => {
    const id = await placed(4);
    await move('2027-03-13T19:30:00.000Z');
    expect((await option(id)).confirmation_due_at).toBe('2027-02-18T22:59:59.999Z');
    await move('2027-02-10T19:30:00.000Z');
    expect(await option(id)).toMatchObject({
      confirmation_due_at: '2027-02-10T19:30:00.000Z',
      next_action_at: '2027-02-10T19:30:00.000Z',
    });
  });

  it('lets no payment date of an order lie after the performance', async () => {
    const id = await placed(4);
    const { orderId } = await confirmOption(house.caller(undefined, '2027-01-05T10:00:00.000Z'), {
      optionId: id,
    });
    await move('2027-02-10T19:30:00.000Z');
    const order = await read((db) =>
      db.selectFrom('customer_order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow(),
    );
    expect(order).toMatchObject({
      payment_due_at: '2027-02-10T19:30:00.000Z',
      payment_due_rule: 'performance',
    });
    expect((await option(id)).next_action_at).toBeNull();
  });
});
