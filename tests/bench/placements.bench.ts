import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../bin/settings.ts';
import { startBenchStack } from './support/api-process.ts';
import { cpuTimeMs } from './support/cpu-time.ts';
import { httpLoad } from './support/http-load.ts';
import { manyOptions } from './support/many-options.ts';
import { openPerformance } from './support/open-performance.ts';

/**
 * Placements per second over HTTP at 16 connections: spread over 200 performances, and on one hot performance, beside
 * the fixed reference of the write path, measured before and after in the same run. An api that has served for a quarter
 * of a minute is measured, not one that was just started.
 */
const connections = 16;
const warmUp = { placements: 5_000, seconds: 15 };
const seconds = 8;

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
  const before = await reference(open.institutionId, 4);
  const cpuBefore = cpuTimeMs();
  const spread = await load.run(options.spread.map(place), seconds);
  const cpuAfter = cpuTimeMs();
  const hot = await load.run(options.hot.map(place), seconds);
  const after = await reference(open.institutionId, 4);
  await load.close();
  const referencePerSecond = (before + after) / 2;
  assertAllDone(spread.statuses);
  assertAllDone(hot.statuses);
  process.stdout.write(
    `${JSON.stringify({
      name: 'placements',
      perSecond: Math.round(spread.perSecond),
      hotPerSecond: Math.round(hot.perSecond),
      referencePerSecond: Math.round(referencePerSecond),
      ratio: Number((spread.perSecond / referencePerSecond).toFixed(3)),
      medianMs: Number(spread.medianMs.toFixed(1)),
      p95Ms: Number(spread.p95Ms.toFixed(1)),
      ...(cpuBefore === null || cpuAfter === null
        ? {}
        : { cpuMs: Number(((cpuAfter - cpuBefore) / spread.done).toFixed(2)) }),
    })}\n`,
  );
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
