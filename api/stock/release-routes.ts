import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import { releasePlanRecords } from '../../activities/records/kinds/release-plans.ts';
import { previewRelease } from '../../activities/stock/preview-release.ts';
import { placesToTakeBack, takeBackRelease } from '../../activities/stock/take-back-release.ts';
import { contingentReleaseList } from '../../database/read-models/contingent-releases.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { listRoute, oneRoute } from '../http/lists.ts';
import { resourceRoutes } from '../http/resource.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { PlanBody, ReleaseBody, ReleasePreviewBody } from './template-schema.ts';

const Id = z.strictObject({ id: z.uuid() });

const place = {
  path: '/api/contingent-releases',
  right: resourceRight('contingent-releases', 'read'),
  row: ReleaseBody,
  tags: ['contingent-releases'],
};

const preview = defineRoute({
  method: 'post',
  path: '/api/release-plans/preview',
  summary: 'What a plan would release and when, as things stand',
  description:
    'A plan that is saved or not; its `id` tells what it has done already. The next 100 performances. Nothing is written.',
  tags: ['release-plans'],
  right: 'stock.contingents:read',
  version: 'none',
  body: PlanBody,
  answers: { 200: ReleasePreviewBody },
  handle: async ({ body, read, locale }) => {
    const now = new Date().toISOString();
    return read((db, scope) =>
      previewRelease(db, { ...scope, locale }, { ...body, id: body.id ?? null }, now),
    );
  },
});

const left = defineRoute({
  method: 'get',
  path: '/api/contingent-releases/{id}/free',
  summary: 'How many places of a release could be taken back now',
  tags: ['contingent-releases'],
  right: 'stock.stock:read',
  params: Id,
  answers: { 200: z.object({ quantity: z.int() }) },
  handle: async ({ params, read }) =>
    read(async (db, scope) => {
      const release = await contingentReleaseList.one(db, scope, params.id);
      if (release === null) throw new Problem('request.notFound');
      return { quantity: await placesToTakeBack(db, release) };
    }),
});

const takeBack = defineRoute({
  method: 'post',
  path: '/api/contingent-releases/{id}/take-back',
  summary: 'Take a release back, as far as its places are free',
  description: 'Once only. The step stays done: it is not released again by itself.',
  tags: ['contingent-releases'],
  right: 'stock.stock:modify',
  params: Id,
  body: z.strictObject({ reason: z.string().trim().min(1).max(2000).nullish() }),
  answers: { 200: z.object({ quantity: z.int(), released: z.int() }) },
  handle: async ({ params, body, ifMatch, caller }) =>
    takeBackRelease(caller(), { releaseId: params.id, version: ifMatch, reason: body.reason ?? null }),
});

/** Plans of stepped release, and what they released. */
export const releaseRoutes: readonly Route[] = [
  preview,
  ...resourceRoutes('release-plans', releasePlanRecords),
  listRoute(contingentReleaseList, place),
  oneRoute(contingentReleaseList, place),
  left,
  takeBack,
];
