import { startBenchStack } from './support/api-process.ts';
import { type Download, download } from './support/download.ts';
import { httpLoad } from './support/http-load.ts';
import { manyRows } from './support/many-rows.ts';
import { openPerformance } from './support/open-performance.ts';

/**
 * A house with 100,000 options: rows per second of its export as CSV and as XLSX, and what it costs in memory beside an
 * export of a tenth.
 */
const optionCount = 100_000;

const stack = await startBenchStack();
try {
  const { institutionId, performanceId } = await openPerformance(stack.postgres.url);
  await manyRows({
    databaseUrl: stack.postgres.url,
    institutionId,
    performanceId,
    contacts: 20_000,
    events: 100,
    performancesOfEach: 10,
    options: optionCount,
  });
  process.stdout.write(`${JSON.stringify({ name: 'export', ...(await measureExports()) })}\n`);
} finally {
  await stack.stop();
}

async function measureExports() {
  const load = await httpLoad(stack.url, stack.signIn, 1);
  const { cookie } = load;
  await load.close();
  const take = (format: 'csv' | 'xlsx', filter: object) =>
    download(
      `${stack.url}/api/options/export?${new URLSearchParams({ format, filter: JSON.stringify(filter) })}`,
      cookie,
      stack.api.pid,
    );
  const tenth = { state: ['refused'] };
  await take('csv', tenth);
  await take('xlsx', tenth);
  const small = [await take('csv', tenth), await take('xlsx', tenth)];
  const csv = await take('csv', {});
  const xlsx = await take('xlsx', {});
  const again = [await take('csv', {}), await take('xlsx', {})];
  for (const { rows } of [csv, xlsx]) {
    if (rows < optionCount) throw new Error(`only ${rows} rows were exported`);
  }
  const perRow = (each: Download) => each.seconds / each.rows;
  const smallPeak = Math.max(...small.map(({ peakMb }) => peakMb));
  const peak = Math.max(...[csv, xlsx, ...again].map(({ peakMb }) => peakMb));
  return {
    perSecond: Math.round(Math.min(1 / perRow(csv), 1 / perRow(xlsx))),
    csvPerSecond: Math.round(1 / perRow(csv)),
    xlsxPerSecond: Math.round(1 / perRow(xlsx)),
    growth: rounded(Math.max(perRow(csv), perRow(xlsx)) / Math.max(...small.map(perRow))),
    rssMb: Math.round(peak),
    rssGrowthMb: Math.round(peak - smallPeak),
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
