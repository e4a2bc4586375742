import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApi } from '../../../api/server.ts';
import {
  builtVerbs,
  nextState,
  type OptionState,
  type OptionVerb,
  type RefusedFrom,
} from '../../../rules/options/life.ts';
import { audit } from '../../activities/options/support/audit.ts';
import { startApi } from '../../api/support/api.ts';
import { chanceOf } from '../../support/chance.ts';
import { eventually } from '../support/eventually.ts';
import { openPipeline, type Pipeline } from '../support/pipeline.ts';
import { openTimeMachine, type TimeMachine } from '../support/time-machine.ts';

/** Steps of the story; more with `npm run test:long -- --steps N`, as far as one database goes. */
const mostSteps = 20_000;
const steps = Math.min(mostSteps, Number(process.env.PLACET_TEST_STEPS ?? 1_000));
/** After so many steps the world is looked at. */
const between = 50;
/** Verbs with words of their own, and those of a day that has not come. */
const elsewhere: readonly OptionVerb[] = ['change', 'expire'];
/** So long it may take until nothing is owed. */
const patienceMs = 60_000;

let machine: TimeMachine;
let api: RunningApi;
let pipeline: Pipeline;

beforeAll(async () => {
  machine = await openTimeMachine({
    contingents: ['PUBLIC', 'GROUPS'],
    capacity: 60,
    activity: { endPolicy: 'release' },
  });
  const { house, owner } = machine;
  await owner.query(
    `update season_activity set payment_policy = 'release', reminder_days = '[1]' where id = $1`,
    [house.activityId],
  );
  await owner.query(`update organisation set letter_kinds = letter_kinds || '["lapse"]'`);
  api = await startApi(machine.databaseUrl);
  const chance = chanceOf(Number(process.env.PLACET_TEST_SEED));
  const mail = chanceOf(Number(process.env.PLACET_TEST_SEED) + 1);
  machine.smtp.behave(() => (mail.next() < 0.05 ? 'drop-after-answer' : 'accept'));
  pipeline = await openPipeline(machine, api.url, chance);
  machine.startRelay();
});
afterAll(async () => {
  await api.stop();
  await machine.close();
});

describe('the option pipeline, whatever people and time do', () => {
  it(
    'keeps the table of states, the stock, one date for each option, order and basket, and one message for each letter',
    async () => {
      for (let step = 1; step <= steps; step += 1) {
        const { asked, status, code } = await pipeline.step();
        if (status >= 500 || (status >= 400 && code === null)) throw new Error(`${asked} answered ${status}`);
        if (step % between !== 0) continue;
        await settled();
        expect(await faults()).toEqual([]);
        await pipeline.travel(step % (2 * between) === 0 ? 18 : 5);
        await settled();
        expect(await faults()).toEqual([]);
      }
      await keptByStories();
      const done = await verbsDone();
      expect(builtVerbs.filter((verb) => !elsewhere.includes(verb) && !done.includes(verb))).toEqual([]);
    },
    patienceMs * (2 + steps / between),
  );
});

/** The verbs that history tells of. */
async function verbsDone(): Promise<string[]> {
  const { rows } = await machine.owner.query<{ verb: string }>(
    `select distinct verb from history where subject_type = 'option'`,
  );
  return rows.map(({ verb }) => verb);
}

/** Nothing waits: no wake-up, no letter on its way, no date behind the stories' clock. */
async function settled(): Promise<void> {
  const clock = new Date(pipeline.clock()).toISOString();
  const owed = async () => {
    const { rows } = await machine.owner.query<{ what: string }>(
      `select 'wake-up ' || payload::text as what from graphile_worker._private_jobs
       union all select 'letter ' || kind || ' ' || state from letter where state in ('owed', 'sending')
       union all select 'option ' || state || ' ' || id from seat_option where next_action_at <= $1
       union all select 'order ' || id from customer_order where next_action_at <= $1
       union all select 'basket ' || id from basket where next_action_at <= $1`,
      [clock],
    );
    return rows.map(({ what }) => what);
  };
  try {
    await eventually('nothing is owed', async () => ((await owed()).length === 0 ? true : null), patienceMs);
  } catch (error) {
    throw new Error(`Still owed: ${(await owed()).join(', ')}`, { cause: error });
  }
}

async function faults(): Promise<string[]> {
  return [...(await audit(machine.owner)), ...(await outsideTheTable()), ...(await unwritten())];
}

type Told = {
  subject_id: string;
  verb: OptionVerb;
  came: OptionState | null;
  went: OptionState;
  refusedFrom: RefusedFrom | null;
  lapsedFrom: OptionState | null;
};

/** Lines of history that are no arrow of the table. */
async function outsideTheTable(): Promise<string[]> {
  const { rows } = await machine.owner.query<Told>(
    `select subject_id, verb, before ->> 'state' as came, after ->> 'state' as went,
       (array_agg(before ->> 'state') filter (where verb = 'refuse')
         over (partition by subject_id order by id))[1] as "refusedFrom",
       lag(before ->> 'state') over (partition by subject_id order by id) as "lapsedFrom"
     from history where subject_type = 'option' and after ->> 'state' is not null
       and verb not in ('remind', 'flag-overdue')`,
  );
  return rows.flatMap((told) => {
    if (told.came === null) return [];
    const next = nextState(told.came, told.verb, told.refusedFrom, told.lapsedFrom);
    const isArrow = next === told.went || (told.verb === 'cancel-refusal' && next !== null);
    return isArrow ? [] : [`${told.verb} led from ${told.came} to ${told.went}`];
  });
}

/** Letters that are sent and of which no message, or another, or several, have reached the mail server; and messages nobody owes. */
async function unwritten(): Promise<string[]> {
  const { rows } = await machine.owner.query<{ id: string; state: string; messageId: string | null }>(
    `select id, state, message_id as "messageId" from letter`,
  );
  const arrived = Map.groupBy(machine.smtp.messages, ({ messageId }) => messageId);
  const owed = new Set(rows.map(({ messageId }) => messageId));
  return [
    ...rows.flatMap(({ id, state, messageId }) =>
      state === 'sent' && !arrived.has(messageId ?? '') ? [`letter ${id} never arrived`] : [],
    ),
    ...[...arrived.keys()].flatMap((id) => (owed.has(id) ? [] : [`message ${id} belongs to no letter`])),
    ...[...arrived.values()].flatMap((copies) =>
      new Set(copies.map(({ raw }) => raw.toString('latin1'))).size > 1 ? ['two texts of one letter'] : [],
    ),
    ...(owed.size < rows.filter(({ messageId }) => messageId !== null).length
      ? ['two letters of one id']
      : []),
  ];
}

/** Each option and order with a date has one story that waits for it; that of an order that has ended may still sleep until its date. */
async function keptByStories(): Promise<void> {
  const { rows } = await machine.owner.query<{ story: string; waits: boolean }>(
    `select 'option/' || id as story, next_action_at is not null as waits from seat_option
     union all select 'reservation/' || id, next_action_at is not null from customer_order
     union all select 'basket/' || id, next_action_at is not null from basket`,
  );
  for (const { story, waits } of rows) {
    const described = await machine.temporal.client.workflow
      .getHandle(story)
      .describe()
      .catch(() => null);
    const runs = described?.status.name === 'RUNNING';
    if (story.startsWith('reservation/') && runs) continue;
    if (runs !== waits) throw new Error(`${story} ${runs ? 'waits for nothing' : 'waits for no one'}`);
  }
}
