import { monitorEventLoopDelay } from 'node:perf_hooks';
import { compileManagedRules } from '../../rules/authorisation/compiled-managed-rules.ts';
import { decideAuthorisation, shippedRuleSet } from '../../rules/authorisation/decide.ts';
import { startBenchStack } from './support/api-process.ts';
import { httpLoad } from './support/http-load.ts';
import { type Impacts, startImpacts } from './support/impacts.ts';
import { manyOptions } from './support/many-options.ts';
import { factsOf, rulesOf } from './support/many-rules.ts';
import { openPerformance } from './support/open-performance.ts';
import { median, quantile } from './support/quantile.ts';

/**
 * Decisions under 10, 100, 1,000 and 5,000 of a house's own rules, spread over seasons, activities, categories, types and
 * profiles as houses do; every decision has other facts, so that none is remembered. `medianMs`: one decision under
 * 1,000 rules; `p95Ms` likewise; `growth`: 5,000 rules over 10; `longestHoldMs`: how long the event loop was held at
 * most, 64 decisions at a time; `impactSeconds`: the impact of a version on 10,000 stored requests, in a process of its
 * own as a worker is; `placementsMeanwhile`: placements over HTTP at 16 connections while impacts are worked out, as a
 * share of those without, before and after.
 */
const sizes = [10, 100, 1_000, 5_000] as const;
const decisions = 1_500;
const together = 64;
const placements = { connections: 16, seconds: 8, warmUpSeconds: 15, turns: 3 };

const medians = new Map<number, { median: number; p95: number; held: number }>();
for (const size of sizes) {
  const managed = compileManagedRules({ id: 'v', number: 1, rules: rulesOf(size) });
  const decide = async (at: number) => {
    const { outcome } = await decideAuthorisation(factsOf(at), 'request', shippedRuleSet, { managed });
    if (outcome !== 'authorised') throw new Error(`decision ${at} is ${outcome}`);
  };
  for (let at = 0; at < 300; at += 1) await decide(1_000_000 + at);
  const times: number[] = [];
  for (let at = 0; at < decisions; at += 1) {
    const began = performance.now();
    await decide(at);
    times.push(performance.now() - began);
    if (at % 50 === 0) await new Promise(setImmediate);
  }
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let at = 0; at < decisions; at += together) {
    // as requests come: each in a turn of its own
    await Promise.all(
      Array.from({ length: together }, async (_, more) => {
        await new Promise(setImmediate);
        await decide(2_000_000 + at + more);
      }),
    );
  }
  delay.disable();
  const measured = {
    median: median(times),
    p95: quantile(times, 0.95),
    held: Math.max(...times),
  };
  medians.set(size, measured);
  process.stdout.write(
    `${size} rules: a decision ${measured.median.toFixed(3)} ms (p95 ${measured.p95.toFixed(3)} ms, longest ${measured.held.toFixed(1)} ms; event loop late by ${(delay.percentile(99) / 1e6).toFixed(1)} ms at 64 together, p99)\n`,
  );
}

const stack = await startBenchStack();
let impactSeconds = 0;
let meanwhile = 0;
try {
  const impacts = await startImpacts(stack.postgres.url);
  try {
    impactSeconds = await impacts.one();
    process.stdout.write(
      `the impact of 200 rules without scope on 10000 requests: ${impactSeconds.toFixed(1)} s\n`,
    );
    meanwhile = await placementsMeanwhile(impacts);
  } finally {
    impacts.end();
  }
} finally {
  await stack.stop();
}

const at = (size: (typeof sizes)[number]) => medians.get(size) ?? { median: 0, p95: 0, held: 0 };
process.stdout.write(
  `${JSON.stringify({
    name: 'authorisation',
    medianMs: Number(at(1_000).median.toFixed(3)),
    p95Ms: Number(at(1_000).p95.toFixed(3)),
    growth: Number((at(5_000).median / at(10).median).toFixed(2)),
    longestHoldMs: Number(Math.max(...sizes.map((size) => at(size).held)).toFixed(1)),
    impactSeconds: Number(impactSeconds.toFixed(1)),
    placementsMeanwhile: Number(meanwhile.toFixed(3)),
  })}\n`,
);

/** In turns, so that a machine that slows down slows down both. */
async function placementsMeanwhile(impacts: Impacts): Promise<number> {
  const open = await openPerformance(stack.postgres.url);
  const { spread } = await manyOptions({
    databaseUrl: stack.postgres.url,
    ...open,
    performances: 200,
    spread: 60_000,
    hot: 0,
    reference: 0,
  });
  const load = await httpLoad(stack.url, stack.signIn, placements.connections);
  const place = async (seconds: number): Promise<number> => {
    const calls = spread.map((id) => ({ method: 'POST', path: `/api/options/${id}/place`, body: {} }));
    const { done, perSecond, statuses } = await load.run(calls, seconds);
    spread.splice(0, done);
    if (Object.keys(statuses).some((status) => status !== '200'))
      throw new Error(`not every placement was answered 200: ${JSON.stringify(statuses)}`);
    return perSecond;
  };
  const rates = { alone: 0, meanwhile: 0 };
  try {
    await place(placements.warmUpSeconds);
    for (let turn = 0; turn < placements.turns; turn += 1) {
      rates.alone += await place(placements.seconds);
      const stop = impacts.goOn();
      rates.meanwhile += await place(placements.seconds);
      await stop();
    }
  } finally {
    await load.close();
  }
  const share = rates.meanwhile / rates.alone;
  const told = (sum: number) => Math.round(sum / placements.turns);
  process.stdout.write(
    `placements: ${told(rates.alone)}/s alone, ${told(rates.meanwhile)}/s while impacts are worked out\n`,
  );
  return share;
}
