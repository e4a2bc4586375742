import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { Problem } from '../../../activities/problem.ts';
import { contingentTemplateRecords } from '../../../activities/records/kinds/contingent-templates.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import { applyTemplateToMany, previewTemplate } from '../../../activities/stock/apply-template.ts';
import { checkGauges } from '../../../activities/stock/check-gauges.ts';
import { newRequestId } from '../../../activities/verb.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { audit } from '../options/support/audit.ts';
import { createNumberedHouse, type NumberedHouse } from './support/numbered-house.ts';

let test: TestDatabase;
let house: NumberedHouse;
let owner: pg.Pool;
let made = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createNumberedHouse(test.url, {
    contingents: ['PUBLIC', 'GROUPES', 'PRESSE'],
    startsAt: Array.from({ length: 6 }, (_start, day) =>
      new Date(Date.UTC(2027, 9, 1 + day, 18)).toISOString(),
    ),
    capacity: 50,
  });
  owner = new pg.Pool({ connectionString: test.url, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await test.drop();
});

const template = (shares: object[], more: object = {}) => {
  made += 1;
  return createRecord(house.caller(), contingentTemplateRecords, {
    venueId: house.venueId,
    restContingentId: house.contingentIds[0]!,
    code: `MODELE-${made}`,
    name: 'Soirs de semaine',
    shares,
    ...more,
  });
};

const share = (contingent: number, more: object) => ({
  seatCategoryId: house.seatCategoryId,
  contingentId: house.contingentIds[contingent]!,
  ...more,
});

const apply = (templateId: string, performanceIds: string[], requestId = newRequestId()) =>
  applyTemplateToMany(house.caller(requestId), { templateId, performanceIds }, () => null);

const preview = (templateId: string, performanceIds: string[]) =>
  house.database.read(house.institutionId, (db) =>
    previewTemplate(
      db,
      { institutionId: house.institutionId, organisationIds: 'all' },
      { templateId, performanceIds },
      new Date().toISOString(),
    ),
  );

/** Capacities of the category, in the order of the contingents. */
async function capacities(performanceId: string): Promise<number[]> {
  const { rows } = await owner.query(
    'select contingent_id as id, capacity from stock where performance_id = $1 and seat_category_id = $2',
    [performanceId, house.seatCategoryId],
  );
  const found = new Map(rows.map(({ id, capacity }) => [id, capacity]));
  return house.contingentIds.map((id) => found.get(id) ?? 0);
}

async function sound(performanceId: string) {
  expect((await checkGauges(house.caller(), { performanceId })).drift).toEqual([]);
  expect(await audit(owner, [performanceId])).toEqual([]);
}

describe('a template of contingents', () => {
  it('deals the places of many performances, each as previewed, and twice is once', async () => {
    const { id } = await template([share(1, { quantity: 80 }), share(2, { percent: 10 })]);
    const seen = await preview(id, house.performanceIds);
    expect(seen[0]!.changes.map(({ before, after }) => [before, after])).toEqual([
      [50, 80],
      [50, 15],
      [50, 55],
    ]);
    const results = await apply(id, house.performanceIds);
    expect(results.map((result) => 'changes' in result && result.changes)).toEqual(
      seen.map(({ changes }) => changes),
    );
    for (const performanceId of house.performanceIds) {
      expect(await capacities(performanceId)).toEqual([55, 80, 15]);
      await sound(performanceId);
    }
    expect(
      (await apply(id, house.performanceIds)).every(
        (result) => 'changes' in result && result.changes.length === 0,
      ),
    ).toBe(true);
    const { rows } = await owner.query(
      "select count(*)::int as lines from history where verb = 'apply-template'",
    );
    expect(rows[0].lines).toBe(house.performanceIds.length);
  });

  it('leaves a performance whole where options hold more than would remain, and says so', async () => {
    const [first, second] = [house.performanceIds[0]!, house.performanceIds[1]!];
    await placeDirectly(house.caller(), {
      contactId: house.individualId,
      performanceId: first,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 40 }],
    });
    const { id } = await template([share(1, { quantity: 110 }), share(2, { quantity: 15 })]);
    const reasons = [
      { code: 'template.held', values: { contingent: 'PUBLIC', seatCategory: 'CAT1', taken: 40, after: 25 } },
    ];
    expect((await preview(id, [first]))[0]).toMatchObject({ moves: [], reasons });
    const [refused, done] = await apply(id, [first, second]);
    expect(refused).toMatchObject({ problem: { code: 'template.refused', details: { reasons } } });
    expect(done).toHaveProperty('changes');
    expect(await capacities(first)).toEqual([55, 80, 15]);
    expect(await capacities(second)).toEqual([25, 110, 15]);
  });

  it('gives the seats that it names to their contingent, and all that stood there else to the rest', async () => {
    const performanceId = await house.numbered();
    const seats = (await house.seats(performanceId)).map(({ id }) => id);
    const configurationId = house.hall.configurationId;
    const { id } = await template([share(1, { seatIds: seats.slice(0, 4) }), share(2, { quantity: 6 })], {
      configurationId,
    });
    await apply(id, [performanceId]);
    const standing = async (contingent: number) =>
      (await house.seats(performanceId))
        .filter((seat) => seat.contingentId === house.contingentIds[contingent])
        .map((seat) => seat.id);
    expect(await standing(1)).toEqual(seats.slice(0, 4));
    expect(await standing(2)).toHaveLength(6);
    await sound(performanceId);
    const other = await template([share(1, { seatIds: seats.slice(2, 5) })], { configurationId });
    const [result] = await apply(other.id, [performanceId]);
    // the third contingent keeps its seats: one of them may be the fifth, and leaves it
    expect(result).toHaveProperty('changes');
    expect(await standing(1)).toEqual(seats.slice(2, 5));
    await sound(performanceId);
    expect((await preview(other.id, [house.performanceId]))[0]!.reasons).toEqual([
      { code: 'template.otherConfiguration', values: {} },
    ]);
  });

  it('does not race a placement: seats taken meanwhile are refused or stay', async () => {
    const performanceId = await house.numbered();
    const { id } = await template([share(1, { quantity: 12 })]);
    const placing = Array.from({ length: 6 }, () =>
      placeDirectly(house.caller(), {
        contactId: house.individualId,
        performanceId,
        lines: [{ seatCategoryId: house.seatCategoryId, quantity: 2 }],
      }).catch((failure: unknown) => {
        if (!(failure instanceof Problem)) throw failure;
      }),
    );
    await Promise.all([...placing, apply(id, [performanceId]), apply(id, [performanceId])]);
    await sound(performanceId);
  });

  it('is refused with the path of each fault', async () => {
    const faults = async (shares: object[], more: object = {}) =>
      template(shares, more).then(
        () => [],
        (failure: unknown) => (failure instanceof Problem ? failure.details.errors : failure),
      );
    expect(await faults([share(1, {}), share(2, { quantity: 1, percent: 1 })])).toEqual([
      { path: 'shares.0.quantity', code: 'template.shareKind' },
      { path: 'shares.1.quantity', code: 'template.shareKind' },
    ]);
    expect(await faults([share(0, { quantity: 1 })])).toEqual([
      { path: 'shares.0.contingentId', code: 'template.restNamed' },
    ]);
    expect(await faults([share(1, { percent: 60 }), share(2, { percent: 50 })])).toEqual([
      { path: 'shares.1.percent', code: 'template.percent' },
    ]);
    expect(await faults([share(1, { quantity: 1 }), share(1, { quantity: 2 })])).toEqual([
      { path: 'shares.1.contingentId', code: 'field.duplicate' },
    ]);
    const unknown = '01890000-0000-7000-8000-000000000000';
    expect(await faults([{ ...share(1, { quantity: 1 }), seatCategoryId: unknown }])).toEqual([
      { path: 'shares.0.seatCategoryId', code: 'field.reference' },
    ]);
    expect(await faults([share(1, { seatIds: [unknown] })])).toEqual([
      { path: 'shares.0.seatIds', code: 'template.seatsNeedPlan' },
    ]);
    expect(
      await faults([share(1, { seatIds: [unknown] })], { configurationId: house.hall.configurationId }),
    ).toEqual([{ path: 'shares.0.seatIds.0', code: 'field.reference' }]);
  });
});
