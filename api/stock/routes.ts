import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import { contingentRecords } from '../../activities/records/kinds/channels.ts';
import { checkGauges } from '../../activities/stock/check-gauges.ts';
import { lastGaugeCheck } from '../../database/read-models/gauge-checks.ts';
import { readStock } from '../../database/read-models/stock.ts';
import { resourceRoutes } from '../http/resource.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { presentCheck } from './presenter.ts';
import { GaugeCheckBody, StockBody } from './schema.ts';

const stock = defineRoute({
  method: 'get',
  path: '/api/performances/{id}/stock',
  summary: 'What a performance has, by contingent and category',
  tags: ['performances'],
  right: 'stock.stock:read',
  params: z.strictObject({ id: z.uuid() }),
  answers: { 200: z.array(StockBody) },
  handle: async ({ params, read }) => {
    const rows = await read((db, scope) => readStock(db, scope, params.id));
    if (rows === null) throw new Problem('request.notFound');
    return rows;
  },
});

const lastCheck = defineRoute({
  method: 'get',
  path: '/api/gauge-check',
  summary: 'The last finished recount of stock',
  tags: ['stock'],
  right: 'stock.gauge-check:read',
  answers: { 200: GaugeCheckBody },
  handle: async ({ read }) => presentCheck(await read(lastGaugeCheck)),
});

const check = defineRoute({
  method: 'post',
  path: '/api/gauge-check',
  summary: 'Recount stock from the claims, of one performance or of all',
  tags: ['stock'],
  right: 'stock.gauge-check:execute',
  body: z.strictObject({ performanceId: z.uuid().nullish() }),
  answers: { 200: GaugeCheckBody },
  handle: async ({ body, caller }) => presentCheck(await checkGauges(caller(), body)),
});

/** Contingents, what is left of them, and whether the counters tell the truth. */
export const stockRoutes: readonly Route[] = [
  ...resourceRoutes('contingents', contingentRecords),
  stock,
  lastCheck,
  check,
];
