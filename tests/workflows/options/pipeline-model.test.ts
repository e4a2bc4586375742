import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApi } from '../../../api/server.ts';
import {
  nextState,
  type OptionState,
  type OptionVerb,
  type RefusedFrom,
} from '../../../rules/options/life.ts';
import { audit } from '../../activities/options/support/audit.ts';
import { startApi } from '../../api/support/api.ts';
import { chanceOf } from '../../support/chance.ts';
import { startTemporalDevServer, type TestTemporal } from '../../support/temporal.ts';
import { eventually } from '../support/eventually.ts';
import { openPipeline, type Pipeline } from '../support/pipeline.ts';
import { openStage, type Stage } from '../support/stage.ts';

/** Steps of the story; more with `npm run test:long -- --steps N`, as far as one database goes. */
const mostSteps = 20_000;
const steps = Math.min(mostSteps, Number(process.env.PLACET_TEST_STEPS ?? 1_000));
/** After so many steps the world is looked at. */
const between = 50;
/** So long it may take until nothing is owed. */
const patienceMs = 60_000;
let temporal: TestTemporal;
let machine: Stage;
let api: RunningApi;
let pipeline: Pipeline;

beforeAll(async () => {
  temporal = await startTemporalDevServer();
  const address = { temporalAddress: temporal.address, temporalNamespace: temporal.namespace };
  machine = await openStage(address, {
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
  await temporal.stop();
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
      }
      await keptByStories();
      expect((await verbsDone()).length).toBeGreaterThan(12);
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

/** Nothing waits: no wake-up, no letter on its way, no date that has come. */
async function settled(): Promise<void> {
  const owed = async () => {
    const { rows } = await machine.owner.query<{ what: string }>(
      `select 'wake-up ' || payload::text as what from graphile_worker._private_jobs
       union all select 'letter ' || kind || ' ' || state from letter where state in ('owed', 'sending')
       union all select 'option ' || state || ' ' || id from seat_option where next_action_at <= now()
       union all select 'order ' || id from customer_order where next_action_at <= now()
       union all select 'basket ' || id from basket where next_action_at <= now()`,
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

type Told = { verb: OptionVerb; came: OptionState | null; went: OptionState; lapsedFrom: OptionState | null };

/** Where a refusal may have come from. */
const refusedFrom: readonly RefusedFrom[] = ['requested', 'placed'];

/** Lines of history that are no arrow of the table. */
async function outsideTheTable(): Promise<string[]> {
  const { rows } = await machine.owner.query<Told>(
    `select verb, before ->> 'state' as came, after ->> 'state' as went,
       lag(before ->> 'state') over (partition by subject_id order by id) as "lapsedFrom"
     from history where subject_type = 'option' and after ->> 'state' is not null
       and verb not in ('remind', 'flag-overdue')`,
  );
  return rows.flatMap(({ verb, came, went, lapsedFrom }) => {
    if (came === null) return [];
    const isArrow = refusedFrom.some((from) => nextState(came, verb, from, lapsedFrom) === went);
    return isArrow ? [] : [`${verb} led from ${came} to ${went}`];
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

/** Each option, order and basket with a date has a story that waits for it; an ended one may still sleep until its date. */
async function keptByStories(): Promise<void> {
  const { rows } = await machine.owner.query<{ story: string }>(
    `select 'option/' || id as story from seat_option where next_action_at > now() + interval '1 minute'
     union all select 'reservation/' || id from customer_order where next_action_at > now() + interval '1 minute'
     union all select 'basket/' || id from basket where next_action_at > now() + interval '1 minute'`,
  );
  for (const { story } of rows) {
    const handle = machine.temporal.client.workflow.getHandle(story);
    await eventually(`${story} is waited for`, async () =>
      (await handle.describe()).status.name === 'RUNNING' ? true : null,
    );
  }
}
