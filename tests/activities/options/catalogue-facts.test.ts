import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { Stage, type Theatre } from './support/stage.ts';
import { refusal } from './support/verbs.ts';

let stage: Stage;
let house: Theatre;
let performanceId: string;

beforeAll(async () => {
  stage = await Stage.open();
  house = await stage.theatre();
  performanceId = await stage.performance(house);
});
afterAll(() => stage.close());

async function request(): Promise<string> {
  const contactId = await stage.contact();
  const lines = [{ seatCategoryId: house.categories.CAT1, quantity: 2 }];
  return (await requestOption(stage.caller(), { contactId, performanceId, lines })).id;
}

async function placedPrice(): Promise<number | null | undefined> {
  const placed = await placeOption(stage.caller(), { optionId: await request() });
  return placed.lines[0]?.placed[0]?.priceCents;
}

const setPrice = (cents: number) =>
  stage.owner.query('update price set price_cents = $2 where performance_id = $1', [performanceId, cents]);

async function version(): Promise<number> {
  const { rows } = await stage.owner.query<{ version: number }>(
    'select version::int from catalogue_version where institution_id = $1',
    [stage.institutionId],
  );
  return rows[0]!.version;
}

describe('what the settings say', () => {
  it('is seen by the placement after the change, however often it was asked before', async () => {
    expect(await placedPrice()).toBe(2500);
    await setPrice(2600);
    expect(await placedPrice()).toBe(2600);
    await setPrice(2700);
    expect(await placedPrice()).toBe(2700);
  });

  it.each([
    ['the activity', 'update season_activity set seat_options_allowed = $1', 'authorisation.refused'],
    ['the season', 'update season set open = $1', 'authorisation.refused'],
    ['the seat categories', 'update seat_category set option_allowed = $1', 'authorisation.refused'],
  ])('is heard when %s says no, and when it says yes again', async (_name, change, code) => {
    const optionId = await request();
    await stage.owner.query(change, [false]);
    expect(await refusal(placeOption(stage.caller(), { optionId }))).toBe(code);
    await stage.owner.query(change, [true]);
    expect(await refusal(placeOption(stage.caller(), { optionId }))).toBeNull();
  });

  it('changes its number once a transaction, and not when nothing was committed', async () => {
    const before = await version();
    await setPrice(2800);
    expect(await version()).toBe(before + 1);
    const other = await client();
    try {
      await other.query('begin');
      await other.query('update price set price_cents = 1 where performance_id = $1', [performanceId]);
      await other.query('rollback');
    } finally {
      await other.end();
    }
    expect(await version()).toBe(before + 1);
    expect(await placedPrice()).toBe(2800);
  });

  it('lets two who change the same settings in opposite order through, one after the other', async () => {
    const two = await Promise.all([client(), client()]);
    try {
      const [first, second] = two;
      await first.query('begin');
      await second.query('begin');
      await first.query('update price set price_cents = 2900 where performance_id = $1', [performanceId]);
      await second.query('update season set name = name');
      const waiting = first.query('update season set name = name');
      await second.query('commit');
      await waiting;
      await first.query('commit');
    } finally {
      await Promise.all(two.map((each) => each.end()));
    }
    expect(await placedPrice()).toBe(2900);
  });
});

async function client(): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: stage.url });
  await made.connect();
  return made;
}
