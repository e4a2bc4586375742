import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import type { RequestInput } from '../../../activities/options/new-option.ts';
import type { OptionAnswer } from '../../../activities/options/option-answer.ts';
import { placeDirectly } from '../../../activities/options/place-directly.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { resumeOption } from '../../../activities/options/resume-option.ts';
import { Problem } from '../../../activities/problem.ts';
import type { VerbCaller } from '../../../activities/verb.ts';
import { audit } from './support/audit.ts';
import { Stage, type StockWish, type Theatre } from './support/stage.ts';
import { actingVerbs, acts, refusal } from './support/verbs.ts';

/** Verbs at work at once; clients beyond wait for a connection. */
const connections = 32;
const clients = 64;

let stage: Stage;
let house: Theatre;

beforeAll(async () => {
  stage = await Stage.open(connections);
  house = await stage.theatre();
});
afterAll(() => stage.close());

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

async function requestFor(stock: StockWish[], quantity = 1): Promise<RequestInput> {
  return {
    contactId: await stage.contact(),
    performanceId: await stage.performance(house, { stock }),
    lines: [{ seatCategoryId: house.categories.CAT1, quantity }],
  };
}

/** How often each answer was given; null is a yes. */
function tally(answers: readonly (string | null)[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const answer of answers) counted[answer ?? 'done'] = (counted[answer ?? 'done'] ?? 0) + 1;
  return counted;
}

describe('64 clients on the last 50 seats', () => {
  it('hold exactly 50, and the others are told why', async () => {
    const input = await requestFor([{ capacity: 60 }]);
    await placeDirectly(stage.caller(), { ...input, lines: [{ ...input.lines[0]!, quantity: 10 }] });
    const answers = await Promise.all(times(clients, () => refusal(placeDirectly(stage.caller(), input))));
    expect(tally(answers)).toEqual({ done: 50, 'stock.insufficient': 14 });
    expect(await stage.counted(input.performanceId)).toEqual({ held: 60, ordered: 0, tentative: 0 });
    expect(await audit(stage.owner, [input.performanceId])).toEqual([]);
  });

  it('place their requests, and no seat stays empty while somebody is refused', async () => {
    const input = await requestFor([
      { contingent: 'PUBLIC', capacity: 23 },
      { contingent: 'GROUPS', capacity: 27 },
    ]);
    const asked = await Promise.all(times(clients, () => requestOption(stage.caller(), input)));
    const answers = await Promise.all(
      asked.map(({ id: optionId }) => refusal(placeOption(stage.caller(), { optionId }))),
    );
    expect(tally(answers)).toEqual({ done: 50, 'stock.insufficient': 14 });
    expect((await stage.stock(input.performanceId)).map((row) => row.held)).toEqual([23, 27]);
    expect(await audit(stage.owner, [input.performanceId])).toEqual([]);
  });

  it('confirm within the capacity what was held over it', async () => {
    const input = {
      ...(await requestFor([{ capacity: 1 }])),
      performanceId: await stage.performance(house, {
        activity: { overbookingAllowed: true, overbookingPercent: 28 },
        stock: [{ capacity: 50 }],
      }),
    };
    const placed = await Promise.all(times(clients, () => placeDirectly(stage.caller(), input)));
    const answers = await Promise.all(
      placed.map(({ id: optionId }) => refusal(confirmOption(stage.caller(), { optionId }))),
    );
    expect(tally(answers)).toEqual({ done: 50, 'stock.insufficient': 14 });
    expect(await stage.counted(input.performanceId)).toEqual({ held: 14, ordered: 50, tentative: 0 });
    expect(await audit(stage.owner, [input.performanceId])).toEqual([]);
  });
});

describe('a migration while people work', () => {
  it('is noticed by nobody: what was prepared before is prepared anew', async () => {
    const input = await requestFor([{ capacity: 200 }]);
    const work = async (): Promise<string | null> => {
      const { id: optionId } = await placeDirectly(stage.caller(), input);
      return refusal(confirmOption(stage.caller(), { optionId }));
    };
    const before = await Promise.all(times(clients, work));
    const tables = [
      'seat_option',
      'option_line',
      'claim',
      'stock',
      'customer_order',
      'contact',
      'performance',
    ];
    for (const table of tables)
      await stage.owner.query(`alter table ${table} add column of_the_next_version text`);
    const after = await Promise.all(times(clients, work));
    expect(tally([...before, ...after])).toEqual({ done: 2 * clients });
    expect(await audit(stage.owner, [input.performanceId])).toEqual([]);
  });
});

describe('the same write sent twice at once with one key', () => {
  it('has one effect and one answer', async () => {
    const input = await requestFor([{ capacity: 100 }]);
    const callers = times(16, () => stage.caller());
    const ask = async (caller: VerbCaller): Promise<OptionAnswer | string> => {
      try {
        return await placeDirectly(caller, input);
      } catch (error) {
        if (error instanceof Problem) return error.code;
        throw error;
      }
    };
    const answers = await Promise.all(callers.map((caller) => Promise.all([ask(caller), ask(caller)])));
    for (const [at, pair] of answers.entries()) {
      const effect = pair.find((answer) => typeof answer !== 'string');
      const again = await placeDirectly(callers[at]!, input);
      expect(JSON.stringify(again)).toBe(JSON.stringify(effect));
      for (const answer of pair) expect([again, 'idempotency.inFlight']).toContainEqual(answer);
    }
    expect(await stage.counted(input.performanceId)).toMatchObject({ held: callers.length });
  });
});

describe('64 parallel writes on one option', () => {
  it('end as if one had come after the other', async () => {
    const input = await requestFor([{ capacity: 20 }], 4);
    const { id: optionId } = await requestOption(stage.caller(), input);
    const verbs = actingVerbs.filter((verb) => verb !== 'withdraw' && verb !== 'lapse' && verb !== 'change');
    const versions: number[] = [];
    const answers = await Promise.all(
      times(clients, async (at) => {
        const verb = verbs[at % verbs.length]!;
        const act = verb === 'resume' ? resumeOption : acts[verb];
        const done = act(stage.caller(), { optionId, reason: 'Convenu au téléphone' }, input);
        // a basket holds the option as it is
        return refusal(done.then(({ version }) => verb === 'resume' || versions.push(version)));
      }),
    );
    expect(answers).toEqual(expect.arrayContaining([null, 'option.state']));
    // once resumed, the order is in a basket
    for (const answer of answers) expect([null, 'option.state', 'order.inBasket']).toContain(answer);
    const { version } = await stage.option(optionId);
    expect(versions.toSorted((a, b) => a - b)).toEqual(times(versions.length, (at) => at + 2));
    expect(version).toBe(versions.length + 1);
    expect(await audit(stage.owner, [input.performanceId])).toEqual([]);
  });

  it('that name the version they saw are done once', async () => {
    const input = await requestFor([{ capacity: 20 }]);
    const { id: optionId, version } = await requestOption(stage.caller(), input);
    const answers = await Promise.all(
      times(clients, () => refusal(placeOption(stage.caller(), { optionId, version }))),
    );
    expect(tally(answers)).toEqual({ done: 1, 'record.version': clients - 1 });
  });
});

describe('verbs at once on shared files, orders and stock', () => {
  const inFile = (optionIds: string[], bookingFileId: string) =>
    stage.owner.query('update seat_option set booking_file_id = $2 where id = any($1)', [
      optionIds,
      bookingFileId,
    ]);

  const bookingFile = (contact_id: string) =>
    stage.insert('booking_file', { organisation_id: house.organisationId, contact_id });

  it('put all options of a file into one order, also the first two', async () => {
    const input = await requestFor([{ capacity: 100 }]);
    const placed = await Promise.all(times(24, () => placeDirectly(stage.caller(), input)));
    const optionIds = placed.map((option) => option.id);
    const files = await Promise.all(times(8, () => bookingFile(input.contactId)));
    for (const [at, file] of files.entries()) await inFile(optionIds.slice(at * 3, at * 3 + 3), file);
    const confirmed = await Promise.all(
      optionIds.map((optionId) => confirmOption(stage.caller(), { optionId })),
    );
    const orders = Map.groupBy(confirmed, (option) => Math.floor(optionIds.indexOf(option.id) / 3));
    for (const options of orders.values()) expect(new Set(options.map((each) => each.orderId)).size).toBe(1);
    expect(await audit(stage.owner, [input.performanceId])).toEqual([]);
  });

  it('never wait for each other in a circle', async () => {
    const stock: StockWish[] = [
      { category: 'CAT1', contingent: 'PUBLIC', capacity: 40 },
      { category: 'CAT1', contingent: 'GROUPS', capacity: 40 },
      { category: 'CAT2', contingent: 'PUBLIC', capacity: 40 },
      { category: 'CAT2', contingent: 'GROUPS', capacity: 40 },
    ];
    const performances = await Promise.all(times(3, () => stage.performance(house, { stock })));
    const contactId = await stage.contact();
    const files = await Promise.all(times(2, () => bookingFile(contactId)));
    const request = (at: number): RequestInput => ({
      contactId,
      performanceId: performances[at % 3]!,
      lines: [
        { seatCategoryId: house.categories.CAT1, quantity: 1 + (at % 3) },
        { seatCategoryId: house.categories.CAT2, quantity: 1 + (at % 2) },
      ],
    });
    const options = await Promise.all(
      times(24, async (at) => ({
        input: request(at),
        ...(await requestOption(stage.caller(), request(at))),
      })),
    );
    for (const [at, file] of files.entries()) {
      const optionIds = options.filter((_, each) => each % 3 === at).map((option) => option.id);
      await inFile(optionIds, file);
    }
    const verbs = [
      'place',
      'place',
      'place',
      'confirm',
      'confirm',
      'cancel-confirmation',
      'refuse',
      'cancel-refusal',
    ] as const;
    const call = fc.record({
      option: fc.nat(options.length - 1),
      verb: fc.constantFrom(...verbs),
      performance: fc.option(fc.nat(2)),
    });
    const calls = fc.sample(call, { numRuns: 500, seed: Number(process.env.PLACET_TEST_SEED) });
    const answers = await Promise.all(
      calls.map(({ option: at, verb, performance }) => {
        const { id: optionId, input } = options[at]!;
        const reason = 'Au choix du contact';
        return refusal(
          verb === 'place' && performance !== null
            ? placeOption(stage.caller(), { optionId, reason, performanceId: performances[performance]! })
            : acts[verb](stage.caller(), { optionId, reason }, input),
        );
      }),
    );
    const { done = 0, ...refused } = tally(answers);
    expect(done).toBeGreaterThan(50);
    expect(['option.state', 'stock.insufficient']).toEqual(expect.arrayContaining(Object.keys(refused)));
    expect(await audit(stage.owner, performances)).toEqual([]);
  });
});
