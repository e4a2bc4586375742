import { z } from 'zod';
import type { BenchStack } from './api-process.ts';
import { type Answer, type HttpLoad, httpLoad } from './http-load.ts';
import type { ManyRows } from './many-rows.ts';
import { median, quantile } from './quantile.ts';

const pageRows = 25;
const warmUps = 10;
/** Pages of each question, asked in so many turns: machines get faster and slower, which is then so for every house. */
const pagesOfTurn = 5;
const turns = 20;

/** How long the pages of one question take at the api, one reader asking. */
export interface Asked {
  medianMs: number;
  p95Ms: number;
}

const Row = z
  .tuple([
    z.object({
      eventId: z.string(),
      organisationId: z.string(),
      channelId: z.string(),
      number: z.int(),
    }),
  ])
  .rest(z.unknown());

const Programmed = z.object({ seasonId: z.string(), activityId: z.string() });

/** Fields a list of options may be sorted by. */
const sorts = [
  'id',
  'number',
  'state',
  'requestedAt',
  'confirmationDueAt',
  'startsAt',
  'contactName',
  'eventName',
] as const;

/** Questions about the list of options of one house, by name. */
export interface OptionLists {
  names: readonly string[];
  /** How long some pages of a question take, in ms; one reader asking. */
  ask(name: string, pages: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

/**
 * What the console's queues, shipped views, columns, filters and search ask of the list of options, and what an API client
 * may: each filter, each sort in both directions, and of each sort the page after row `deep`, reached by cursors.
 */
export async function openOptionLists(
  stack: BenchStack,
  { contactId, performanceId }: ManyRows,
  deep: number,
): Promise<OptionLists> {
  const load = await httpLoad(stack.url, stack.signIn, 1);
  const newest = ['number', 'DESC'];
  const page = (filter: object, more: object = {}) =>
    path({ filter, range: [0, pageRows - 1], sort: newest, ...more });
  const sorted = (field: string, direction: 'ASC' | 'DESC') => ({ sort: [field, direction] });
  const known = await load.send({ method: 'GET', path: page({ performanceId }) });
  const [{ eventId, organisationId, channelId, number }] = Row.parse(JSON.parse(known.body));
  const { seasonId, activityId } = Programmed.parse(
    JSON.parse((await load.send({ method: 'GET', path: `/api/events/${eventId}` })).body),
  );
  const dueSoon = { state: ['placed'], confirmationDueAt_gte: 'now', confirmationDueAt_lte: 'now+2d' };
  const questions: Record<string, string> = {
    first: page({}),
    organisation: page({ organisationId }),
    channel: page({ channelId }),
    season: page({ seasonId }),
    activity: page({ activityId }),
    activityToPlace: page({ activityId, state: ['requested'] }, sorted('number', 'ASC')),
    number: page({ number }),
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
    askedLately: page({ requestedAt_gte: 'now-7d' }),
    contact: page({ contactId }),
    performance: page({ performanceId }),
    event: page({ eventId }),
    eventToPlace: page({ eventId, state: ['requested'] }),
    search: page({ q: 'montfleury 12' }),
    searchMany: page({ q: 'cerisaie' }),
    searchManyPlaced: page({ q: 'cerisaie', state: ['placed'] }),
    searchCommon: page({ q: 'lycee' }),
    searchTwoCommon: page({ q: 'comite lyon' }),
    searchBoth: page({ q: 'lycee cerisaie' }),
    searchVague: page({ q: 'le co' }),
    searchNumber: page({ q: '54321' }),
    searchNothing: page({ q: 'zanzibar' }),
  };
  for (const field of sorts) {
    questions[`${field} ASC`] = page({}, sorted(field, 'ASC'));
    questions[`${field} DESC`] = page({}, sorted(field, 'DESC'));
    questions[`placed, ${field} ASC`] = page({ state: ['placed'] }, sorted(field, 'ASC'));
    const after = await cursorAfter(load, deep, (range) => page({}, { ...sorted(field, 'ASC'), ...range }));
    questions[`${field} ASC, far down`] = page({}, { ...sorted(field, 'ASC'), after });
  }
  return {
    names: Object.keys(questions),
    ask: async (name, pages) => {
      const call = { method: 'GET', path: questions[name] ?? '' };
      const { times, statuses } = await load.run(
        Array.from({ length: pages }, () => call),
        8,
      );
      if (Object.keys(statuses).some((status) => status !== '200'))
        throw new Error(`${name} was answered ${JSON.stringify(statuses)}`);
      return times;
    },
    close: () => load.close(),
  };
}

/** Asks the same of a small house and of a full one, in turn. */
export async function askInTurn(
  small: OptionLists,
  full: OptionLists,
  name: string,
): Promise<[small: Asked, full: Asked]> {
  for (const house of [small, full]) await house.ask(name, warmUps);
  const [ofSmall, ofFull]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn += 1) {
    ofSmall.push(...(await small.ask(name, pagesOfTurn)));
    ofFull.push(...(await full.ask(name, pagesOfTurn)));
  }
  return [askedOf(ofSmall), askedOf(ofFull)];
}

function askedOf(times: readonly number[]): Asked {
  return { medianMs: rounded(median(times)), p95Ms: rounded(quantile(times, 0.95)) };
}

/** The slowest of the questions tells for all. */
export function slowestOf(lists: Readonly<Record<string, Asked>>): Asked {
  return Object.values(lists).reduce((slowest, each) => (each.medianMs > slowest.medianMs ? each : slowest));
}

/** The cursor after so many rows, reached page by page. */
async function cursorAfter(load: HttpLoad, rows: number, pageOf: (range: object) => string): Promise<string> {
  const longest = 1_000;
  let after = '';
  for (let reached = 0; reached < rows; reached += longest) {
    const range = { range: [reached, reached + longest - 1], ...(after === '' ? {} : { after }) };
    after = cursorOf(await load.send({ method: 'GET', path: pageOf(range) }));
  }
  return after;
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

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
