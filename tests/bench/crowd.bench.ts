import { readFileSync } from 'node:fs';
import { say } from '../../bin/parts/progress.ts';
import { httpLoad } from './support/http-load.ts';
import { manyOptions } from './support/many-options.ts';
import { openPerformance } from './support/open-performance.ts';
import { placeAll } from './support/place-all.ts';
import { openWholePlacet, untilNoneLeft } from './support/whole-placet.ts';

/**
 * A season's placed options on one worker (`PLACET_BENCH_OPTIONS`, 100,000 where nothing is said): each has a story that waits
 * for its due date. Then dates are agreed with 1,000 of them that fall within one minute. `perSecond` stories begun, `rssMb`
 * of the worker at its peak, `medianMs` and `latestMs` how long after their dates the 1,000 had lapsed.
 */
const crowd = Number(process.env.PLACET_BENCH_OPTIONS ?? 100_000);
const falling = 1_000;
const minuteMs = 60_000;
/** Time to agree on all the dates before the first has come. */
const aheadMs = 60_000;
const patienceMs = 4 * 3_600_000;
const connections = 8;

const { stack, owner, close } = await openWholePlacet();
try {
  const open = await openPerformance(stack.databaseUrl);
  const { spread: ids } = await manyOptions({
    databaseUrl: stack.databaseUrl,
    ...open,
    performances: 400,
    spread: crowd,
    hot: 0,
    reference: 0,
  });
  await placeAll(owner, ids);
  say(`${crowd} options are placed.`);
  const began = performance.now();
  await owner.query(
    `select wake('option/' || id, institution_id) from seat_option where id = any($1) order by id`,
    [ids],
  );
  await until('every story has begun', 'select count(*)::int as left from graphile_worker._private_jobs');
  const startSeconds = (performance.now() - began) / 1_000;
  say(`${crowd} stories began in ${Math.round(startSeconds)} s.`);
  const dated = ids.slice(0, falling);
  await agree(dated);
  await until(
    'all have lapsed',
    `select count(*)::int as left from seat_option where id = any($1) and state <> 'lapsed'`,
    dated,
  );
  const { rows } = await owner.query<{ median: number; latest: number }>(
    `select round(percentile_cont(0.5) within group (order by late))::int as median, round(max(late))::int as latest
     from (select 1000 * extract(epoch from o.decided_at - h.due) as late from seat_option o
       join (select subject_id, (after ->> 'confirmationDueAt')::timestamptz as due from history where verb = 'extend') h
         on h.subject_id = o.id where o.id = any($1)) each`,
    [dated],
  );
  process.stdout.write(
    `${JSON.stringify({
      name: 'crowd',
      options: crowd,
      perSecond: Math.round(crowd / startSeconds),
      rssMb: peakMb(stack.pid('worker')),
      medianMs: rows[0]?.median ?? null,
      latestMs: rows[0]?.latest ?? null,
    })}\n`,
  );
} finally {
  await close();
}

/** Agrees on dates for these options, one after the other within a minute that begins soon. */
async function agree(dated: readonly string[]): Promise<void> {
  const load = await httpLoad(stack.url, { ...stack.signIn, email: 'admin@demo.test' }, connections);
  const first = Date.now() + aheadMs;
  const calls = dated.map((id, at) => ({
    method: 'POST',
    path: `/api/options/${id}/extend`,
    body: { dueAt: new Date(first + (at * minuteMs) / falling).toISOString(), reason: 'Convenu' },
  }));
  const { statuses } = await load.run(calls, aheadMs / 1_000);
  await load.close();
  if (statuses[200] !== falling) throw new Error(`the dates were answered ${JSON.stringify(statuses)}`);
}

async function until(what: string, question: string, ...values: unknown[]): Promise<void> {
  const asked = { what, question, values, withinMs: patienceMs };
  await untilNoneLeft(owner, asked, () => ` The worker weighs ${peakMb(stack.pid('worker'))} MB at most.`);
}

/** The most memory a process has had so far, in megabytes. */
function peakMb(pid: number | null): number | null {
  if (pid === null) return null;
  const peak = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return peak === undefined ? null : Math.round(Number(peak) / 1024);
}
