import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import { configurationRecords } from '../../activities/records/kinds/logical-configurations.ts';
import { paintSeats } from '../../activities/venues/paint-seats.ts';
import { readConfigurationSeats } from '../../database/read-models/seat-plans.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { PaintBody, SeatColumnsBody } from './schema.ts';

const Id = z.strictObject({ id: z.uuid() });
const tags = ['logical-configurations'];

const seats = defineRoute({
  method: 'get',
  path: '/api/logical-configurations/{id}/seats',
  summary: 'The seats of a numbered configuration with their categories, by column, for a map',
  tags,
  right: resourceRight('logical-configurations', 'read'),
  params: Id,
  answers: { 200: SeatColumnsBody },
  large: true,
  handle: async ({ params, read }) => {
    const found = await read((db, scope) => readConfigurationSeats(db, scope, params.id));
    if (found === null) throw new Problem('request.notFound');
    return found;
  },
});

const paint = defineRoute({
  method: 'post',
  path: '/api/logical-configurations/{id}/paint',
  summary: 'Give seats of a configuration their category',
  description: 'One paint after the other, all or none. Refused once performances name the configuration.',
  tags,
  right: resourceRight('logical-configurations', 'modify'),
  params: Id,
  body: PaintBody,
  answers: { 200: configurationRecords.row },
  handle: ({ params, body, ifMatch, caller }) =>
    paintSeats(caller(), { configurationId: params.id, version: ifMatch, paints: body.paints }),
});

/** The seats of configurations. */
export const configurationRoutes: readonly Route[] = [seats, paint];
