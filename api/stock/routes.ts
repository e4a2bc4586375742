import { z } from 'zod';
import { setStock } from '../../activities/catalogue/set-stock.ts';
import { Problem } from '../../activities/problem.ts';
import { contingentRecords } from '../../activities/records/kinds/channels.ts';
import { blockSeats } from '../../activities/stock/block-seats.ts';
import { cancelExternalSale } from '../../activities/stock/cancel-external-sale.ts';
import { checkGauges } from '../../activities/stock/check-gauges.ts';
import { moveSeats } from '../../activities/stock/move-seats.ts';
import { openSeats } from '../../activities/stock/open-seats.ts';
import { recordExternalSale } from '../../activities/stock/record-external-sale.ts';
import { unblockSeats } from '../../activities/stock/unblock-seats.ts';
import type { VerbCaller } from '../../activities/verb.ts';
import { readExplainedNumbers } from '../../database/read-models/explained-numbers.ts';
import { readExternalSales } from '../../database/read-models/external-sales.ts';
import { lastGaugeCheck } from '../../database/read-models/gauge-checks.ts';
import { performanceGaugeList } from '../../database/read-models/performance-gauges.ts';
import { readPerformanceSeats } from '../../database/read-models/performance-seats.ts';
import { performanceList } from '../../database/read-models/performances.ts';
import { readStock } from '../../database/read-models/stock.ts';
import { readStockSources } from '../../database/read-models/stock-sources.ts';
import { listRoute } from '../http/lists.ts';
import { resourceRoutes } from '../http/resource.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import { type Session, scopeOf } from '../http/session.ts';
import { contingentFileRoutes } from './file-routes.ts';
import { presentCheck } from './presenter.ts';
import { releaseRoutes } from './release-routes.ts';
import {
  BlockBody,
  CancelSaleBody,
  ExplainedNumberBody,
  ExternalSaleBody,
  ExternalSaleRowBody,
  GaugeCheckBody,
  MoveBody,
  OpenSeatsBody,
  PerformanceGaugeBody,
  PerformanceSeatsBody,
  RecordedSaleBody,
  SourcesQuery,
  StockBody,
  StockCellsBody,
  StockSourcesBody,
} from './schema.ts';
import { templateRoutes } from './template-routes.ts';

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

const openStock = defineRoute({
  method: 'put',
  path: '/api/performances/{id}/stock',
  summary: 'Open the stock of a performance, or change its capacities',
  description:
    'Cells that are not given stay as they are. If-Match names the version of the performance; so does the ETag.',
  tags: ['performances'],
  right: 'stock.stock:modify',
  params: z.strictObject({ id: z.uuid() }),
  body: StockCellsBody,
  answers: { 200: z.array(StockBody) },
  handle: async ({ params, body, ifMatch, caller, read }) => {
    const { version } = await setStock(caller(), {
      performanceId: params.id,
      version: ifMatch,
      cells: body,
    });
    const rows = await read((db, scope) => readStock(db, scope, params.id));
    if (rows === null) throw new Problem('request.notFound');
    return new Reply(rows, { headers: { ETag: `"${version}"` } });
  },
});

/** What one may know of who holds places, besides that somebody does. */
function sourceEyes(session: Session) {
  return {
    options: scopeOf(session, 'options.seats.requests:read'),
    contacts: scopeOf(session, 'contacts.contacts:read'),
  };
}

const seats = defineRoute({
  method: 'get',
  path: '/api/performances/{id}/seats',
  summary: 'Who has each seat of a performance, by column, for a map',
  description:
    'Small enough to be asked again every few seconds: with If-None-Match it is 304 while nothing changed.',
  tags: ['performances'],
  right: 'stock.stock:read',
  params: z.strictObject({ id: z.uuid() }),
  answers: { 200: PerformanceSeatsBody },
  large: true,
  handle: async ({ params, read, session }) => {
    const found = await read((db, scope) => readPerformanceSeats(db, scope, params.id, sourceEyes(session)));
    if (found === null) throw new Problem('request.notFound');
    return found;
  },
});

const sources = defineRoute({
  method: 'get',
  path: '/api/performances/{id}/stock-sources',
  summary: 'What makes a counter of a performance',
  tags: ['performances'],
  right: 'stock.stock:read',
  params: z.strictObject({ id: z.uuid() }),
  query: SourcesQuery,
  answers: { 200: StockSourcesBody },
  handle: async ({ params, query, read, session }) => {
    const found = await read((db, scope) =>
      readStockSources(db, scope, params.id, query, sourceEyes(session)),
    );
    if (found === null) throw new Problem('request.notFound');
    return found;
  },
});

const openSeatsRoute = defineRoute({
  method: 'post',
  path: '/api/performances/{id}/open-seats',
  summary: 'Open the numbered seats of a performance',
  description:
    'Each seat of its configuration counts in one contingent of its category. Stock that is open already receives the seats in the order of the plan, and takes no contingent. Refused with live options.',
  tags: ['performances'],
  right: 'stock.stock:modify',
  params: z.strictObject({ id: z.uuid() }),
  body: OpenSeatsBody,
  answers: { 200: z.array(StockBody) },
  handle: async ({ params, body, ifMatch, caller, read }) => {
    const { version } = await openSeats(caller(), { performanceId: params.id, version: ifMatch, ...body });
    const rows = await read((db, scope) => readStock(db, scope, params.id));
    if (rows === null) throw new Problem('request.notFound');
    return new Reply(rows, { headers: { ETag: `"${version}"` } });
  },
});

/** A verb on places of a performance, answered with its stock as it stands after it. */
function placesRoute<Body extends z.ZodType<object>>(
  verb: string,
  summary: string,
  body: Body,
  act: (caller: VerbCaller, input: z.output<Body> & { performanceId: string }) => Promise<unknown>,
): Route {
  return defineRoute({
    method: 'post',
    path: `/api/performances/{id}/${verb}`,
    summary,
    tags: ['performances'],
    right: 'stock.stock:modify',
    version: 'none',
    params: z.strictObject({ id: z.uuid() }),
    body,
    answers: { 200: z.array(StockBody) },
    handle: async ({ params, body: input, caller, read }) => {
      await act(caller(), { ...input, performanceId: params.id });
      const rows = await read((db, scope) => readStock(db, scope, params.id));
      if (rows === null) throw new Problem('request.notFound');
      return rows;
    },
  });
}

const stockSources = defineRoute({
  method: 'get',
  path: '/api/performances/{id}/stock-numbers',
  summary: 'What every number of a performance’s stock is made of',
  description:
    'For each contingent, category and counter: the largest sources, 20 at most, and how many more there are.',
  tags: ['performances'],
  right: 'stock.stock:read',
  params: z.strictObject({ id: z.uuid() }),
  answers: { 200: z.array(ExplainedNumberBody) },
  handle: async ({ params, read, session }) => {
    const rows = await read((db, scope) => readExplainedNumbers(db, scope, params.id, sourceEyes(session)));
    if (rows === null) throw new Problem('request.notFound');
    return rows;
  },
});

const externalSales = defineRoute({
  method: 'get',
  path: '/api/performances/{id}/external-sales',
  summary: 'Sales made elsewhere that were recorded for a performance, the last 200',
  tags: ['performances'],
  right: 'stock.stock:read',
  params: z.strictObject({ id: z.uuid() }),
  answers: { 200: z.array(ExternalSaleRowBody) },
  handle: ({ params, read }) =>
    read(async (db, scope) => {
      if ((await performanceList.one(db, scope, params.id)) === null) throw new Problem('request.notFound');
      return readExternalSales(db, scope, params.id);
    }),
});

const recordSale = defineRoute({
  method: 'post',
  path: '/api/performances/{id}/record-external-sale',
  summary: 'Record a sale made elsewhere, whatever the stock says',
  description:
    'A fact: it is recorded over the limit too, and the answer then tells an incident. A seat that somebody else has stays theirs.',
  tags: ['performances'],
  right: 'stock.stock:modify',
  version: 'none',
  params: z.strictObject({ id: z.uuid() }),
  body: ExternalSaleBody,
  answers: { 200: RecordedSaleBody },
  handle: ({ params, body, caller }) => recordExternalSale(caller(), { ...body, performanceId: params.id }),
});

const cancelSale = defineRoute({
  method: 'post',
  path: '/api/performances/{id}/external-sales/{saleId}/cancel',
  summary: 'Take back a recorded sale: its places are free again',
  tags: ['performances'],
  right: 'stock.stock:modify',
  version: 'none',
  params: z.strictObject({ id: z.uuid(), saleId: z.uuid() }),
  body: CancelSaleBody,
  answers: { 200: z.array(ExternalSaleRowBody) },
  handle: async ({ params, body, caller, read }) => {
    await cancelExternalSale(caller(), {
      ...body,
      performanceId: params.id,
      externalSaleId: params.saleId,
    });
    return read((db, scope) => readExternalSales(db, scope, params.id));
  },
});

const gauges = listRoute(performanceGaugeList, {
  path: '/api/performance-gauges',
  right: 'stock.stock:read',
  row: PerformanceGaugeBody,
  tags: ['performances'],
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
  openStock,
  seats,
  sources,
  openSeatsRoute,
  placesRoute('block-seats', 'Take seats, or a quantity, out of sale', BlockBody, blockSeats),
  placesRoute('unblock-seats', 'Put blocked seats, or a quantity, back on sale', BlockBody, unblockSeats),
  placesRoute('move-seats', 'Move free seats, or a quantity, to another contingent', MoveBody, moveSeats),
  stockSources,
  externalSales,
  recordSale,
  cancelSale,
  ...contingentFileRoutes,
  ...templateRoutes,
  ...releaseRoutes,
  gauges,
  lastCheck,
  check,
];
