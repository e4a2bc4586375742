import pg from 'pg';
import { z } from 'zod';
import { startBenchStack } from './support/api-process.ts';
import { type Download, download } from './support/download.ts';
import { type Answer, httpLoad } from './support/http-load.ts';
import { manyRows } from './support/many-rows.ts';

/**
 * A house with 100,000 options: rows per second of its export as CSV and as XLSX, what it costs in memory beside an
 * export of a tenth, and how long the pages of its list take at the api, one reader asking.
 */
const optionCount = 100_000;
const pagesOfEach = 150;

const Row = z.tuple([z.object({ eventId: z.string(), organisationId: z.string() })]).rest(z.unknown());

const stack = await startBenchStack();
try {
  const { institutionId, performanceId } = await openPerformance();
  const made = await manyRows({
    databaseUrl: stack.postgres.url,
    institutionId,
    performanceId,
    contacts: 20_000,
    events: 100,
    performancesOfEach: 10,
    options: optionCount,
  });
  const lists = await measureLists(made);
  const exported = await measureExports();
  process.stdout.write(`${JSON.stringify({ name: 'export', ...exported, ...lists })}\n`);
} finally {
  await stack.stop();
}

async function openPerformance(): Promise<{ institutionId: string; performanceId: string }> {
  const owner = new pg.Client({ connectionString: stack.postgres.url });
  await owner.connect();
  const { rows } = await owner.query<{ id: string; institution_id: string }>(
    `select p.id, p.institution_id from performance p join show_event e on e.id = p.event_id
     where e.code like 'OPEN-%' order by p.starts_at limit 1`,
  );
  await owner.end();
  const [open] = rows;
  if (open === undefined) throw new Error('the demo has no open performance');
  return { institutionId: open.institution_id, performanceId: open.id };
}

/**
 * What the console's queues, shipped views, columns and search ask of the list of options, and what an API client may.
 * The slowest of the questions tells for all: `medianMs` and `p95Ms` are its own.
 */
async function measureLists({ contactId, performanceId }: { contactId: string; performanceId: string }) {
  const load = await httpLoad(stack.url, stack.signIn, 1);
  const newest = ['number', 'DESC'];
  const page = (filter: object, more: object = {}) => path({ filter, range: [0, 24], sort: newest, ...more });
  const sorted = (field: string, direction: 'ASC' | 'DESC') => ({ sort: [field, direction] });
  const [{ eventId, organisationId }] = Row.parse(
    JSON.parse((await load.send({ method: 'GET', path: page({ performanceId }) })).body),
  );
  const dueSoon = { state: ['placed'], confirmationDueAt_gte: 'now', confirmationDueAt_lte: 'now+2d' };
  const questions: Record<string, string> = {
    first: page({}),
    organisation: page({ organisationId }),
    toPlace: page({ state: ['requested'] }, sorted('number', 'ASC')),
    state: page({ state: ['placed'] }),
    refused: page({ state: ['refused'] }),
    confirmed: page({ state: ['confirmed'] }),
    overdue: page({ overdue: true }),
    overdueByDueDate: page({ overdue: true }, sorted('confirmationDueAt', 'ASC')),
    dueSoon: page(dueSoon),
    dueSoonByDueDate: page(dueSoon, sorted('confirmationDueAt', 'ASC')),
    soon: page({ startsAt_gte: 'now', startsAt_lte: 'now+14d' }, sorted('startsAt', 'ASC')),
    soonToPlace: page({ startsAt_gte: 'now', startsAt_lte: 'now+14d', state: ['requested'] }),
    contact: page({ contactId }),
    performance: page({ performanceId }),
    event: page({ eventId }),
    search: page({ q: 'montfleury 12' }),
    searchMany: page({ q: 'cerisaie' }),
    searchManyPlaced: page({ q: 'cerisaie', state: ['placed'] }),
    searchCommon: page({ q: 'lycee' }),
    searchTwoCommon: page({ q: 'comite lyon' }),
    searchBoth: page({ q: 'lycee cerisaie' }),
    searchNumber: page({ q: '54321' }),
    searchNothing: page({ q: 'zanzibar' }),
    deep: await deepPage(page),
    byDueDate: page({ state: ['placed'] }, sorted('confirmationDueAt', 'ASC')),
    ...Object.fromEntries(
      ['id', 'state', 'requestedAt', 'confirmationDueAt', 'startsAt', 'contactName', 'eventName'].flatMap(
        (field) => [
          [`${field} ASC`, page({}, sorted(field, 'ASC'))],
          [`${field} DESC`, page({}, sorted(field, 'DESC'))],
          [`placed, ${field} ASC`, page({ state: ['placed'] }, sorted(field, 'ASC'))],
        ],
      ),
    ),
  };
  const medians: Record<string, number> = {};
  let slowest = { medianMs: 0, p95Ms: 0 };
  for (const [name, asked] of Object.entries(questions)) {
    const calls = Array.from({ length: pagesOfEach }, () => ({ method: 'GET', path: asked }));
    await load.run(calls.slice(0, 20), 5);
    const { medianMs, p95Ms, statuses } = await load.run(calls, 8);
    if (Object.keys(statuses).some((status) => status !== '200'))
      throw new Error(`${name} was answered ${JSON.stringify(statuses)}`);
    medians[name] = rounded(medianMs);
    process.stderr.write(`${name}: ${rounded(medianMs)} ms\n`);
    if (medianMs > slowest.medianMs) slowest = { medianMs: rounded(medianMs), p95Ms: rounded(p95Ms) };
  }
  await load.close();
  return { ...slowest, lists: medians };

  /** The page after the 60,000th row, reached by cursors. */
  async function deepPage(pageOf: typeof page): Promise<string> {
    let cursor = '';
    for (let reached = 0; reached < 60_000; reached += 1_000) {
      const range = { range: reached === 0 ? [0, 999] : [reached, reached + 999] };
      const answer = await load.send({
        method: 'GET',
        path: pageOf({}, cursor === '' ? range : { ...range, after: cursor }),
      });
      cursor = cursorOf(answer);
    }
    return pageOf({}, { after: cursor });
  }
}

function cursorOf({ headers, status, body }: Answer): string {
  const cursor = headers['x-next-cursor'];
  if (typeof cursor !== 'string')
    throw new Error(`a page answered ${status} without a cursor: ${body.slice(0, 200)}`);
  return cursor;
}

function path(query: Record<string, unknown>): string {
  const texts = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return `/api/options?${new URLSearchParams(texts)}`;
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
