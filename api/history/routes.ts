import { z } from 'zod';
import { historyList } from '../../database/read-models/histories.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { listRoute, oneRoute } from '../http/lists.ts';
import type { Route } from '../http/route.ts';

const HistoryBody = z
  .object({
    id: z.uuid(),
    at: z.string(),
    organisationId: z.uuid().nullable(),
    actorType: z.enum(['operator', 'contact', 'process', 'system']),
    actor: z.string(),
    actorName: z.string(),
    verb: z.string(),
    subjectType: z.string(),
    subjectId: z.uuid(),
    subjectName: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
    ruleVersion: z.string().nullable(),
  })
  .meta({ id: 'History' });

const place = {
  path: '/api/history',
  right: resourceRight('history', 'read'),
  row: HistoryBody,
  tags: ['history'],
};

/** Who did what to which record, when and why. */
export const historyRoutes: readonly Route[] = [listRoute(historyList, place), oneRoute(historyList, place)];
