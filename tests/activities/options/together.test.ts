import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { OptionAnswer } from '../../../activities/options/option-answer.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { isElsewhere, placeAccepted } from '../../../activities/options/together/place-together.ts';
import {
  previewTogether,
  type TogetherItem,
  type TogetherPreview,
} from '../../../activities/options/together/preview-together.ts';
import { withdrawOption } from '../../../activities/options/withdraw-option.ts';
import { Problem } from '../../../activities/problem.ts';
import { limitationTableRecords } from '../../../activities/records/kinds/limitation-tables.ts';
import { createRecord } from '../../../activities/records/write-record.ts';
import { newRequestId } from '../../../activities/verb.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createNumberedHouse, type NumberedHouse } from '../stock/support/numbered-house.ts';
import { audit } from './support/audit.ts';

let test: TestDatabase;
let house: NumberedHouse;
let owner: pg.Pool;

beforeAll(async () => {
  test = await createTestDatabase();
  house = await createNumberedHouse(test.url, { rows: 20, capacity: 30, poolSize: 16 });
  owner = new pg.Pool({ connectionString: test.url, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await house.close();
  await test.drop();
});

interface Wish {
  on: readonly string[];
  places: readonly number[];
  upgrade?: boolean;
  contactId?: string;
  category?: number;
}

async function requested({ on, places, upgrade, contactId, category = 0 }: Wish): Promise<OptionAnswer> {
  const [performanceId = '', ...fallbackPerformanceIds] = on;
  return requestOption(house.caller(), {
    contactId: contactId ?? house.individualId,
    performanceId,
    fallbackPerformanceIds,
    acceptsUpgrade: upgrade ?? false,
    lines: places.map((quantity) => ({ seatCategoryId: house.seatCategoryIds[category]!, quantity })),
  });
}

async function all(wishes: readonly Wish[]): Promise<string[]> {
  const ids: string[] = [];
  for (const wish of wishes) ids.push((await requested(wish)).id);
  return ids;
}

const preview = (ids: readonly string[]) => previewTogether(house.caller(), { ids });

function linesOf({ placement }: TogetherItem) {
  return (placement?.grants ?? []).map(({ seats, ...grant }) => ({
    ...grant,
    seatIds: seats === null ? null : seats.map(({ id }) => id),
  }));
}

/** Does what a preview proposes, one option after the other; the same key for the same item. */
async function accept({ items }: TogetherPreview, key = newRequestId()) {
  const outcomes: (OptionAnswer | string)[] = [];
  for (const item of items.filter(({ placement }) => placement !== null)) {
    const input = {
      optionId: item.id,
      version: item.option?.version ?? null,
      performanceId: item.placement?.performanceId ?? '',
      lines: linesOf(item),
    };
    outcomes.push(
      await placeAccepted(house.caller(`${key}/${item.id}`), input).catch((failure: unknown) => {
        if (failure instanceof Problem) return failure.code;
        throw failure;
      }),
    );
  }
  return outcomes;
}

/** What was taken, told as a preview tells it. */
function takenBy(outcomes: readonly (OptionAnswer | string)[]) {
  return outcomes.map((answer) =>
    typeof answer === 'string'
      ? answer
      : answer.lines.flatMap(({ placed }) =>
          placed.map(({ performanceId, quantity, seats }) => ({
            performanceId,
            quantity,
            seats: (seats ?? []).map(({ id }) => id).sort(),
          })),
        ),
  );
}

function proposedBy({ items }: TogetherPreview) {
  return items.flatMap((item) =>
    item.placement === null
      ? []
      : [
          linesOf(item).map(({ quantity, seatIds }) => ({
            performanceId: item.placement?.performanceId,
            quantity,
            seats: (seatIds ?? []).toSorted(),
          })),
        ],
  );
}

describe('a list of options over a numbered hall', () => {
  it('of 64 is proposed alike in any order, and what was proposed is what is done', async () => {
    const on = await house.numbered(); // 200 seats in the first category, 200 in the second
    const ids = await all(
      Array.from({ length: 64 }, (_, at) => ({
        on: [on],
        places: at % 8 === 0 ? [2, 1] : [2 + ((at * 7) % 6)],
        category: at % 2,
      })),
    );
    const first = await preview(ids);
    const again = await preview(ids.toReversed());
    expect(again).toEqual(first);
    expect(first.totals.options).toBe(64);
    expect(first.totals.filled).toBe(first.bound);
    expect(
      first.items.every(({ placement, obstacles }) => (placement === null) === obstacles.length > 0),
    ).toBe(true);
    const outcomes = await accept(first);
    expect(takenBy(outcomes)).toEqual(proposedBy(first));
    expect((await house.seats(on)).filter(({ claimId }) => claimId !== null).length).toBeGreaterThan(0);
    await audit(owner);
  });

  it('fills it, moves to fallback dates, upgrades whom that suits, and says why the others stay out', async () => {
    const [here, there] = [await house.numbered(), await house.numbered()];
    const ids = await all([
      { on: [here, there], places: [190] },
      { on: [here], places: [150] },
      { on: [here], places: [150], category: 1 },
      { on: [here], places: [50], category: 1, upgrade: true },
      { on: [here], places: [201] },
    ]);
    const { items, totals, performances } = await preview(ids);
    expect(items.map(({ placement }) => placement && [placement.performanceId, placement.upgraded])).toEqual([
      [there, false],
      [here, false],
      [here, false],
      [here, false],
      null,
    ]);
    expect(items[4]!.obstacles[0]!.reasons.map(({ code }) => code)).toEqual(['left.fewer']);
    expect(totals).toEqual({ options: 5, seats: 741, placed: 4, filled: 540 });
    expect(performances.map(({ free, left }) => [free, left])).toEqual([
      [400, 50],
      [400, 210],
    ]);
  });

  it('looks again for seats that were lost, reports what is gone, and does nothing twice', async () => {
    const on = await house.numbered();
    const ids = await all([
      { on: [on], places: [4] },
      { on: [on], places: [6] },
      { on: [on], places: [180] },
    ]);
    const seen = await preview(ids);
    expect(seen.totals).toMatchObject({ placed: 3, filled: 190 });
    const wanted = linesOf(seen.items[0]!)[0]!.seatIds!;
    const rival = await requested({ on: [on], places: [4] });
    await placeAccepted(house.caller(), {
      optionId: rival.id,
      performanceId: on,
      lines: [{ lineId: rival.lines[0]!.id, quantity: 4, seatIds: wanted }],
    });
    await placeDirectly(house.caller(), {
      contactId: house.individualId,
      performanceId: on,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 10 }],
    });
    const key = newRequestId();
    const outcomes = await accept(seen, key);
    expect(outcomes.map((each) => (typeof each === 'string' ? each : each.state))).toEqual([
      'placed',
      'placed',
      'stock.insufficient',
    ]);
    const [reseated] = outcomes;
    if (reseated === undefined || typeof reseated === 'string') throw new Error('not placed');
    expect(isElsewhere(reseated, linesOf(seen.items[0]!))).toBe(true);
    await withdrawOption(house.caller(), { optionId: rival.id });
    const again = await accept(seen, key); // what failed finds room now, what was done is told as it was
    expect(again.slice(0, 2)).toEqual(outcomes.slice(0, 2));
    expect(again[2]).toMatchObject({ state: 'placed' });
    await audit(owner);
  });
});

describe('a list of options by quantity', () => {
  it('is placed from counters, best total first, whatever the channel may draw from', async () => {
    const [one = '', other = ''] = house.performanceIds; // 30 places in each category
    const ids = await all([
      { on: [one], places: [17] },
      { on: [one, other], places: [16] },
      { on: [one], places: [14] },
      { on: [one], places: [31] },
      { on: [other], places: [10], category: 1, upgrade: true },
      { on: [other], places: [25], category: 1, upgrade: true },
    ]);
    const seen = await preview(ids);
    expect(
      seen.items.map(
        ({ placement }) => placement && [placement.performanceId, placement.choice, placement.upgraded],
      ),
    ).toEqual([[one, 0, false], [other, 1, false], null, null, [other, 0, true], [other, 0, false]]);
    expect(seen.items[2]!.obstacles[0]!.reasons.map(({ code }) => code)).toEqual([
      'mass.outweighed',
      'left.counted',
    ]);
    expect(takenBy(await accept(seen))).toEqual(proposedBy(seen));
    await audit(owner);
  });

  it('counts the limits of a contact over the list, as the placement of each will', async () => {
    const on = await house.numbered();
    const own = { on: [on], contactId: house.structureId };
    const ids = await all([
      { ...own, places: [5] },
      { ...own, places: [6] },
      { on: [on], places: [20] },
    ]);
    const { rows } = await owner.query<{ id: string }>("select id from product_family where code = 'ENTREE'");
    await createRecord(house.caller(), limitationTableRecords, {
      organisationId: house.organisationId,
      code: 'CSE',
      name: 'Options des CSE',
      familyId: rows[0]!.id,
      collectivityTypeIds: [house.institution.collectivityTypes.CSE!],
      maximumPerPerformance: 10,
      state: 'validated',
    });
    const seen = await preview(ids);
    expect(seen.items.map(({ placement }) => placement !== null)).toEqual([false, true, true]);
    expect(seen.items[0]!.obstacles[0]!.reasons).toMatchObject([
      { code: 'mass.outweighed' },
      { code: 'left.limit', values: { left: 4 } },
    ]);
    expect(takenBy(await accept(seen))).toEqual(proposedBy(seen));
    const [late] = (await preview(ids.slice(0, 1))).items;
    expect(late!.obstacles[0]!.reasons[0]!.code).toBe('limitation.performance');
  });

  it('answers what is out of reach, not to be placed or past with its reason', async () => {
    const [one = ''] = house.performanceIds;
    const option = await requested({ on: [one], places: [1], category: 1 });
    await withdrawOption(house.caller(), { optionId: option.id });
    const missing = newRequestId();
    const { items } = await preview([missing, option.id]);
    expect(items.map(({ id, obstacles }) => [id, obstacles[0]?.reasons[0]?.code])).toEqual([
      [option.id, 'option.state'],
      [missing, 'request.notFound'],
    ]);
    await expect(preview(Array.from({ length: 1_001 }, newRequestId))).rejects.toMatchObject({
      code: 'bulk.tooMany',
    });
    const gone = AbortSignal.abort(new Problem('server.unavailable'));
    await expect(previewTogether(house.caller(), { ids: [option.id] }, gone)).rejects.toMatchObject({
      code: 'server.unavailable',
    });
  });
});
