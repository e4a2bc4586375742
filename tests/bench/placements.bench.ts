import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { say } from '../../bin/parts/progress.ts';
import { ROOT } from '../../bin/settings.ts';
import { startBenchStack } from './support/api-process.ts';
import { cpuTimeMs } from './support/cpu-time.ts';
import { httpLoad, type LoadResult } from './support/http-load.ts';
import { manyOptions } from './support/many-options.ts';
import { openPerformance } from './support/open-performance.ts';
import { median } from './support/quantile.ts';

/**
 * Placements per second over HTTP at 16 connections: spread over 200 performances, and on one hot performance, beside
 * the fixed reference of the write path. The three take turns in short rounds, so that a machine that becomes slower or
 * faster meanwhile does so for each of them; medians of the rounds are told. An api that has served for a quarter of a
 * minute is measured, not one that was just started.
 */
const connections = 16;
const warmUp = { placements: 5_000, seconds: 15 };
const rounds = 5;
const seconds = 2.5;

const stack = await startBenchStack();
try {
  const open = await openPerformance(stack.postgres.url);
  const options = await manyOptions({
    databaseUrl: stack.postgres.url,
    ...open,
    performances: 200,
    spread: 15_000,
    hot: 6_000,
    reference: 20_000,
  });
  const load = await httpLoad(stack.url, stack.signIn, connections);
  const place = (id: string) => ({ method: 'POST', path: `/api/options/${id}/place`, body: {} });
  const warm = options.spread.splice(0, warmUp.placements);
  assertAllDone((await load.run(warm.map(place), warmUp.seconds)).statuses);
  const measured: { reference: number; spread: LoadResult; hot: LoadResult; cpuMs: number | null }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const referencePerSecond = await reference(open.institutionId, seconds);
    const cpuBefore = cpuTimeMs();
    const spread = await placeNext(options.spread);
    const cpuAfter = cpuTimeMs();
    const cpuMs = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / spread.done;
    const hot = await placeNext(options.hot);
    measured.push({ reference: referencePerSecond, spread, hot, cpuMs });
    const [each, one, fixed] = [spread.perSecond, hot.perSecond, referencePerSecond].map(Math.round);
    say(`Round ${round + 1}: ${each}/s, ${one}/s on one performance, reference ${fixed}/s.`);
  }
  await load.close();
  const cpuMs = median(measured.flatMap((round) => round.cpuMs ?? []));
  process.stdout.write(
    `${JSON.stringify({
      name: 'placements',
      perSecond: Math.round(median(measured.map(({ spread }) => spread.perSecond))),
      hotPerSecond: Math.round(median(measured.map(({ hot }) => hot.perSecond))),
      referencePerSecond: Math.round(median(measured.map(({ reference }) => reference))),
      ratio: Number(median(measured.map((round) => round.spread.perSecond / round.reference)).toFixed(3)),
      medianMs: Number(median(measured.map(({ spread }) => spread.medianMs)).toFixed(1)),
      p95Ms: Number(median(measured.map(({ spread }) => spread.p95Ms)).toFixed(1)),
      ...(Number.isNaN(cpuMs) ? {} : { cpuMs: Number(cpuMs.toFixed(2)) }),
    })}\n`,
  );

  /** Places options for one round, taking those that were placed off the list. */
  async function placeNext(ids: string[]): Promise<LoadResult> {
    const result = await load.run(ids.map(place), seconds);
    assertAllDone(result.statuses);
    ids.splice(0, result.done);
    return result;
  }
} finally {
  await stack.stop();
}

async function reference(institutionId: string, forSeconds: number): Promise<number> {
  const file = join(ROOT, 'tests', 'bench', 'reference.ts');
  const args = [
    '--disable-warning=ExperimentalWarning',
    file,
    stack.postgres.url,
    String(forSeconds),
    institutionId,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const result: unknown = JSON.parse(stdout);
  if (
    typeof result === 'object' &&
    result !== null &&
    'perSecond' in result &&
    typeof result.perSecond === 'number'
  ) {
    return result.perSecond;
  }
  throw new Error(`the reference said ${stdout}`);
}

function assertAllDone(statuses: Record<number, number>): void {
  if (Object.keys(statuses).some((status) => status !== '200')) {
    throw new Error(`not every placement was answered 200: ${JSON.stringify(statuses)}`);
  }
}
