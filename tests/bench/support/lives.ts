import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { z } from 'zod';
import { say } from '../../../bin/parts/progress.ts';
import { waitUntil } from '../../../bin/parts/wait-until.ts';
import { cpuTimeOf } from './cpu-time.ts';
import { type HttpLoad, httpLoad } from './http-load.ts';
import { openPerformance } from './open-performance.ts';
import { median } from './quantile.ts';
import { openWholePlacet, untilNoneLeft } from './whole-placet.ts';

/** Options of one measure of the stories, and of the two sizes of a selection. */
const lives = 300;
const selections = { small: 250, large: 1_000 };
const connections = 8;
const restMs = 10_000;
/** From placing to the agreed date: time enough to place them all. */
const aheadMs = 25_000;
const patienceMs = 300_000;
/** How long pages are asked for before and after, while nothing else is to do. */
const atRestMs = 6_000;

/** What the stories and the work on large selections cost; milliseconds. */
export interface Lives {
  /** Processor time of Temporal for the story of an option from its placement to its lapse. */
  storyCpuMs: number;
  /** The same for the letter of a lapse. */
  letterCpuMs: number;
  /** How long one option of a selection takes in a large one, over a small one. */
  bulkGrowth: number;
  bulkPerSecond: number;
  /** A page of the list of options while the large selection is worked on, over the same before and after. */
  meanwhile: number;
}

/** Measures them on a whole Placet of its own: api, worker, Temporal, PostgreSQL and a mail server. */
export async function measureLives(): Promise<Lives> {
  const { stack, owner, close } = await openWholePlacet();
  try {
    await owner.query(`update stock set capacity = 100000, ceiling = 100000, firm_ceiling = 100000 where contingent_id in
      (select t.contingent_id from stock t join performance p on p.id = t.performance_id
       join show_event e on e.id = p.event_id where e.code like 'OPEN-%')`);
    const load = await httpLoad(stack.url, { ...stack.signIn, email: 'admin@demo.test' }, connections);
    const reader = await httpLoad(stack.url, stack.signIn, 1);
    const request = await requestOf(load, owner, stack.databaseUrl);
    const temporal = () => cpuTimeOf(stack.pid('temporal') ?? 0) ?? 0;
    const lapsed = async (): Promise<number> => {
      await pause(restMs);
      const resting = temporal();
      await pause(restMs);
      const idlePerMs = (temporal() - resting) / restMs;
      const [before, began] = [temporal(), performance.now()];
      const ids = await place(load, request, lives, new Date(Date.now() + aheadMs).toISOString());
      await untilNoneLeft(owner, {
        what: 'all have lapsed and every letter is sent',
        question: lapsedAndTold,
        values: [ids],
        withinMs: patienceMs,
      });
      await pause(restMs);
      return (temporal() - before - idlePerMs * (performance.now() - began)) / lives;
    };
    await lapsed(); // the first ones warm the worker and Temporal
    const storyCpuMs = await lapsed();
    await owner.query(`update organisation set letter_kinds = letter_kinds || '["lapse"]'`);
    const withLetter = await lapsed();
    say(
      `Temporal: ${storyCpuMs.toFixed(1)} ms a story, ${(withLetter - storyCpuMs).toFixed(1)} ms a letter.`,
    );
    const settled = () =>
      untilNoneLeft(owner, {
        what: 'every letter is sent',
        question: lettersLeft,
        values: [],
        withinMs: patienceMs,
      });
    const small = await validate(load, await place(load, request, selections.small));
    const ids = await place(load, request, selections.large);
    await settled();
    const before = await pagesFor(reader, atRestMs);
    let ended = false;
    const looking = pagesUntil(reader, () => ended);
    const large = await validate(load, ids).finally(() => {
      ended = true;
    });
    const meanwhile = await looking;
    await settled();
    const atRest = [...before, ...(await pagesFor(reader, atRestMs))];
    say(
      `A page takes ${median(meanwhile).toFixed(1)} ms meanwhile, ${median(atRest).toFixed(1)} ms at rest.`,
    );
    await load.close();
    await reader.close();
    return {
      storyCpuMs: Number(storyCpuMs.toFixed(1)),
      letterCpuMs: Number((withLetter - storyCpuMs).toFixed(1)),
      bulkGrowth: Number((large / selections.large / (small / selections.small)).toFixed(2)),
      bulkPerSecond: Math.round(selections.large / large),
      meanwhile: Number((median(meanwhile) / median(atRest)).toFixed(2)),
    };
  } finally {
    await close();
  }
}

const lettersLeft = `select count(*)::int as left from letter where state in ('owed', 'sending')`;
const lapsedAndTold = `select (select count(*)::int from seat_option where id = any($1) and state <> 'lapsed')
  + (${lettersLeft}) as left`;

const Made = z.object({ id: z.uuid() });

async function requestOf(load: HttpLoad, owner: pg.Client, databaseUrl: string): Promise<object> {
  const { performanceId } = await openPerformance(databaseUrl);
  const { rows } = await owner.query<{ id: string }>(
    'select seat_category_id as id from stock where performance_id = $1 limit 1',
    [performanceId],
  );
  const contact = await load.send({
    method: 'POST',
    path: '/api/contacts',
    body: { kind: 'individual', name: 'Durand Lise', email: 'lise.durand@contacts.test' },
  });
  const contactId = Made.parse(JSON.parse(contact.body)).id;
  return { contactId, performanceId, lines: [{ seatCategoryId: rows[0]?.id, quantity: 1 }], place: true };
}

async function place(
  load: HttpLoad,
  request: object,
  count: number,
  confirmationDueAt?: string,
): Promise<string[]> {
  const body = {
    ...request,
    ...(confirmationDueAt === undefined ? {} : { confirmationDueAt, reason: 'Convenu' }),
  };
  const one = async (): Promise<string> => {
    const { status, body: text } = await load.send({ method: 'POST', path: '/api/options', body });
    if (status !== 201) throw new Error(`a placement answered ${status}: ${text.slice(0, 300)}`);
    return Made.parse(JSON.parse(text)).id;
  };
  const ids: string[] = [];
  while (ids.length < count) {
    const wave = Array.from({ length: Math.min(connections, count - ids.length) }, one);
    ids.push(...(await Promise.all(wave)));
  }
  return ids;
}

/** How long the first page of the list takes, in ms, asked one at a time until something is so. */
async function pagesUntil(reader: HttpLoad, isEnded: () => boolean): Promise<readonly number[]> {
  const page = { method: 'GET', path: '/api/options?range=[0,24]' };
  const all: number[] = [];
  while (!isEnded()) all.push(...(await reader.run(Array(20).fill(page), 4)).times);
  return all;
}

function pagesFor(reader: HttpLoad, ms: number): Promise<readonly number[]> {
  const until = performance.now() + ms;
  return pagesUntil(reader, () => performance.now() >= until);
}

const Started = z.object({ bulkRunId: z.uuid() });
const Run = z.object({ state: z.string() });

/** Validates so many placed options as one selection that works on by itself; answers the seconds it took. */
async function validate(load: HttpLoad, ids: readonly string[]): Promise<number> {
  const began = performance.now();
  const started = await load.send({ method: 'POST', path: '/api/options/bulk/validate', body: { ids } });
  if (started.status !== 202) throw new Error(`the selection answered ${started.status}: ${started.body}`);
  const { bulkRunId } = Started.parse(JSON.parse(started.body));
  let state = '';
  await waitUntil(
    async () => {
      const run = await load.send({ method: 'GET', path: `/api/bulk-runs/${bulkRunId}` });
      state = Run.parse(JSON.parse(run.body)).state;
      return state !== 'waiting' && state !== 'running';
    },
    { withinMs: patienceMs, everyMs: 100 },
  );
  const seconds = (performance.now() - began) / 1_000;
  say(`${ids.length} options validated in ${seconds.toFixed(1)} s: ${state}.`);
  return seconds;
}
