import { z } from 'zod';
import { retryBulkRun } from '../../activities/options/bulk/retry-run.ts';
import { Problem } from '../../activities/problem.ts';
import { bulkItemList, bulkRunList } from '../../database/read-models/bulk-runs.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { bulkItemStates } from '../../rules/options/bulk-run.ts';
import { optionStates } from '../../rules/options/life.ts';
import { readRight } from '../../rules/options/rights.ts';
import { readListQuery } from '../http/list-request.ts';
import { listRoute, oneRoute, pageReply } from '../http/lists.ts';
import { tellProblem } from '../http/problems.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { type Session, scopeByKind } from '../http/session.ts';
import { BulkRunBody, BulkRunResult, BulkRunStarted } from './bulk-schema.ts';
import { VerbBody } from './schema.ts';

/** Runs of either kind stand together; each is seen, and tried again, by who may read the options of its kind. */
const right = 'session';
const eyes = (session: Session) => scopeByKind(session, readRight);
const tags = ['options', 'product-options'];
const runs = { path: '/api/bulk-runs', right, eyes, row: BulkRunBody, tags } as const;
const Id = z.strictObject({ id: z.uuid() });

type Item = Awaited<ReturnType<typeof bulkItemList.many>>[number];

const Answered = z.object({ state: z.enum(optionStates) });
const Refused = z.object({ code: z.string(), details: z.custom<Problem['details']>() });

function tellItem({ optionId, number, contactName, state, answer }: Item, locale: Locale) {
  const told = { id: optionId, number, contactName };
  switch (state) {
    case 'waiting':
      return { ...told, ok: null };
    case 'done':
      return { ...told, ok: true, state: Answered.parse(answer).state };
    case 'failed': {
      const { code, details } = Refused.parse(answer);
      return { ...told, ok: false, problem: tellProblem(new Problem(code, details), locale) };
    }
  }
}

const results = defineRoute({
  method: 'get',
  path: '/api/bulk-runs/{id}/results',
  summary: 'What became of each option of a run, in the order they were named',
  tags,
  right,
  params: Id,
  query: z.strictObject({
    state: z.enum(bulkItemStates).optional(),
    range: z.string().max(30).optional().meta({ description: 'First and last row', example: '[0,24]' }),
  }),
  answers: { 200: z.array(BulkRunResult) },
  handle: async ({ params, query, read, session, locale }) => {
    const { state, range = '[0,199]' } = query;
    const filter = JSON.stringify({ bulkRunId: params.id, ...(state === undefined ? {} : { state }) });
    const question = readListQuery(bulkItemList, { filter, range });
    if ('ids' in question) throw new Problem('list.filter');
    const scope = eyes(session);
    const page = await read(async (db) => {
      if ((await bulkRunList.one(db, scope, params.id)) === null) throw new Problem('request.notFound');
      return bulkItemList.page(db, scope, question.page);
    });
    return pageReply(bulkItemList.name, question.page, {
      ...page,
      rows: page.rows.map((row) => tellItem(row, locale)),
    });
  },
});

const retry = defineRoute({
  method: 'post',
  path: '/api/bulk-runs/{id}/retry',
  summary: 'Try again what failed in a run that has ended; what was done stays done',
  tags,
  right,
  version: 'none',
  params: Id,
  body: VerbBody.pick({ override: true }),
  answers: { 202: BulkRunStarted },
  handle: async ({ params, body, caller }) => retryBulkRun(caller(), { id: params.id, ...body }),
});

/** Verbs on large selections: how far they have come, and what became of each option. */
export const bulkRunRoutes: readonly Route[] = [
  listRoute(bulkRunList, runs),
  oneRoute(bulkRunList, runs),
  results,
  retry,
];
