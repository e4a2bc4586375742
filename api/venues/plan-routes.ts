import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import { importSeatPlan } from '../../activities/venues/import-seat-plan.ts';
import { planLimits } from '../../activities/venues/seat-plan-file/plan-limits.ts';
import { writeSeatPlan } from '../../activities/venues/seat-plan-file/write-seat-plan.ts';
import { readPlanSeats, readSeatPlanDraft } from '../../database/read-models/seat-plans.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { Bytes, defineRoute, Reply, type Route } from '../http/route.ts';
import { PlanImportBody, PlanImportQuery, SeatColumnsBody } from './schema.ts';

const Id = z.strictObject({ id: z.uuid() });
const tags = ['seat-plans'];

const importPlan = defineRoute({
  method: 'post',
  path: '/api/spaces/{id}/seat-plans',
  summary: 'Import a seat plan into a space, or try it',
  description: `A file of the open seating-plan JSON: at most ${planLimits.seats} seats and ${planLimits.bytes / 1024 / 1024} MB. All of it is taken or nothing; faults are told at their place. A changed file is the next revision of the plan of its name; the same file again changes nothing.`,
  tags,
  right: resourceRight('seat-plans', 'create'),
  version: 'none',
  takesBytes: planLimits.bytes,
  bytesMayBeJson: true,
  params: Id,
  query: PlanImportQuery,
  body: Bytes,
  answers: { 200: PlanImportBody },
  handle: ({ params, query, body, caller }) =>
    importSeatPlan(caller(), { spaceId: params.id, bytes: body, dryRun: query.dryRun === 'true' }),
});

const file = defineRoute({
  method: 'get',
  path: '/api/seat-plans/{id}/file',
  summary: 'A seat plan as a file of the open seating-plan JSON',
  tags,
  right: resourceRight('seat-plans', 'read'),
  params: Id,
  answers: { 200: Bytes },
  produces: 'application/json',
  handle: async ({ params, read }) => {
    const plan = await read((db, scope) => readSeatPlanDraft(db, scope, params.id));
    if (plan === null) throw new Problem('request.notFound');
    const bytes = new TextEncoder().encode(JSON.stringify(writeSeatPlan(plan)));
    const name = encodeURIComponent(`${plan.name}.json`);
    return new Reply(bytes, {
      headers: { 'Content-Disposition': `attachment; filename="plan.json"; filename*=UTF-8''${name}` },
    });
  },
});

const seats = defineRoute({
  method: 'get',
  path: '/api/seat-plans/{id}/seats',
  summary: 'The seats of a plan, by column, for a map',
  tags,
  right: resourceRight('seat-plans', 'read'),
  params: Id,
  answers: { 200: SeatColumnsBody },
  large: true,
  handle: async ({ params, read }) => {
    const found = await read((db, scope) => readPlanSeats(db, scope, params.id));
    if (found === null) throw new Problem('request.notFound');
    return found;
  },
});

/** Files and seats of plans. */
export const planRoutes: readonly Route[] = [importPlan, file, seats];
