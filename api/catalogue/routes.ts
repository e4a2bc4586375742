import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import {
  audienceCategoryRecords,
  audienceSubcategoryRecords,
} from '../../activities/records/kinds/audiences.ts';
import { eventRecords, productFamilyRecords } from '../../activities/records/kinds/events.ts';
import { performanceRecords } from '../../activities/records/kinds/performances.ts';
import { productRecords } from '../../activities/records/kinds/products.ts';
import { seasonActivityRecords, seasonRecords } from '../../activities/records/kinds/seasons.ts';
import { type PriceGrid, setPrices } from '../../activities/records/set-prices.ts';
import { type PriceRow, readPrices } from '../../database/read-models/prices.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { resourceRoutes } from '../http/resource.ts';
import { defineRoute, Reply, type Route } from '../http/route.ts';
import { performanceChangeRoutes } from './change-routes.ts';
import { PriceBody, PriceGridBody } from './schema.ts';

const Id = z.strictObject({ id: z.uuid() });
const path = '/api/performances/{id}/prices';
const tags = ['performances'];

const prices = defineRoute({
  method: 'get',
  path,
  summary: 'The price grid of a performance, in cents',
  description: 'Its ETag is the version of the performance.',
  tags,
  right: resourceRight('performances', 'read'),
  params: Id,
  answers: { 200: z.array(PriceBody) },
  handle: async ({ params, read }) => {
    const grid = await read((db, scope) => readPrices(db, scope, params.id));
    if (grid === null) throw new Problem('request.notFound');
    return presentGrid(grid);
  },
});

const changePrices = defineRoute({
  method: 'put',
  path,
  summary: 'Set the whole price grid of a performance',
  description: 'Cells that are not given are taken out. If-Match names the version of the performance.',
  tags,
  right: resourceRight('performances', 'modify'),
  params: Id,
  body: PriceGridBody,
  answers: { 200: z.array(PriceBody) },
  handle: async ({ params, body, ifMatch, caller }) => {
    const cells = body.map(({ seatCategoryId, audienceSubcategoryId, priceCents }) => ({
      seatCategoryId,
      audienceSubcategoryId,
      priceCents,
    }));
    return presentGrid(
      await setPrices(caller(), { performanceId: params.id, version: ifMatch, prices: cells }),
    );
  },
});

function presentGrid({ version, prices: rows }: PriceGrid): Reply<PriceRow[]> {
  return new Reply(rows, { headers: { ETag: `"${version}"` } });
}

/** What is played when and where, for whom, at what price. */
export const catalogueRoutes: readonly Route[] = [
  ...resourceRoutes('seasons', seasonRecords),
  ...resourceRoutes('season-activities', seasonActivityRecords),
  ...resourceRoutes('product-families', productFamilyRecords),
  ...resourceRoutes('events', eventRecords),
  ...resourceRoutes('products', productRecords),
  ...resourceRoutes('performances', performanceRecords),
  prices,
  changePrices,
  ...performanceChangeRoutes,
  ...resourceRoutes('audience-categories', audienceCategoryRecords),
  ...resourceRoutes('audience-subcategories', audienceSubcategoryRecords),
];
