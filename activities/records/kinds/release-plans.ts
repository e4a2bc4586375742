import { sql } from 'kysely';
import { z } from 'zod';
import { releasePlanList } from '../../../database/read-models/release-plans.ts';
import type { Queries } from '../../../database/schema.ts';
import { keepUnits, releaseMoments, stepFaults } from '../../../rules/stock/release-steps.ts';
import { type FieldError, Problem } from '../../problem.ts';
import { Name } from '../fields.ts';
import { defineRecord, type RecordValues } from '../record-kind.ts';

const Step = z.strictObject({
  days: z.int().min(0).max(366).meta({ description: 'Calendar days before the performance' }),
  keep: z.int().min(0).max(1_000_000).meta({ description: 'Kept, taken ones included; in `keepUnit`' }),
});

/** What a plan says, apart from its name. */
export const planFields = {
  activityId: z.uuid().nullable(),
  eventId: z.uuid().nullable(),
  performanceId: z.uuid().nullable().meta({ description: 'One of the three; the most specific plan wins' }),
  fromContingentId: z.uuid(),
  toContingentId: z.uuid(),
  seatCategoryId: z.uuid().nullable().meta({ description: 'Null: all categories together' }),
  keepUnit: z.enum(keepUnits),
  moment: z.enum(releaseMoments).meta({ description: 'Of the day, on the clock of the venue' }),
  steps: z
    .array(Step)
    .max(12)
    .meta({ description: 'Days fall, what is kept does not rise. None: releases nothing here' }),
};

const fields = { name: Name, ...planFields, active: z.boolean() };

/** Plans of stepped release of a performance, an event or an activity. */
export const releasePlanRecords = defineRecord({
  subject: 'release-plan',
  table: 'release_plan',
  fields: z.strictObject(fields),
  required: ['name', 'fromContingentId', 'toContingentId', 'steps'],
  fixed: ['activityId', 'eventId', 'performanceId'],
  references: {
    activityId: 'season_activity',
    eventId: 'show_event',
    performanceId: 'performance',
    fromContingentId: 'contingent',
    toContingentId: 'contingent',
    seatCategoryId: 'seat_category',
  },
  json: ['steps'],
  row: z
    .object({
      id: z.uuid(),
      organisationId: z.uuid(),
      startsAt: z.string().nullable(),
      timeZone: z.string().nullable(),
      targetName: z.string(),
      fromContingentName: z.string(),
      toContingentName: z.string(),
      seatCategoryName: z.string().nullable(),
      ...fields,
      version: z.int(),
    })
    .meta({ id: 'ReleasePlan' }),
  list: releasePlanList,
  check: planFaults,
  derive: async ({ db }, values, before) => {
    const plan = { ...before, ...values };
    await requireAlone(db, plan);
    return before === null ? targetOwner(db, values) : {};
  },
});

/** What is wrong with a plan, wherever it comes from. */
export function planFaults(plan: RecordValues): FieldError[] {
  const { activityId, eventId, performanceId, fromContingentId, toContingentId } = plan;
  const targets = [activityId, eventId, performanceId].filter((id) => typeof id === 'string').length;
  const steps = planFields.steps.safeParse(plan.steps).data ?? [];
  const unit = planFields.keepUnit.safeParse(plan.keepUnit).data ?? 'places';
  const moment = planFields.moment.safeParse(plan.moment).data ?? 'start-of-day';
  return [
    ...(targets === 1 ? [] : [{ path: 'activityId', code: 'release.target' }]),
    ...(fromContingentId === toContingentId
      ? [{ path: 'toContingentId', code: 'release.sameContingent' }]
      : []),
    ...stepFaults(steps, unit, moment).map(({ at, field, code }) => ({ path: `steps.${at}.${field}`, code })),
  ];
}

function targetOf({ activityId, eventId, performanceId }: RecordValues): string {
  return String(performanceId ?? eventId ?? activityId);
}

/**
 * One plan for a contingent of a target, or one for each of some categories: one for all of them beside one for some
 * would release the same places twice. Who writes another one for the contingent waits.
 */
async function requireAlone(db: Queries, plan: RecordValues): Promise<void> {
  const target = targetOf(plan);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${target}/${plan.fromContingentId}`}, 17))`.execute(
    db,
  );
  const { rows } = await sql`select 1 from release_plan
    where coalesce(performance_id, event_id, activity_id) = ${target}::uuid
      and from_contingent_id = ${plan.fromContingentId}::uuid
      and id is distinct from ${plan.id ?? null}::uuid
      and (seat_category_id is null or ${plan.seatCategoryId ?? null}::uuid is null
        or seat_category_id = ${plan.seatCategoryId ?? null}::uuid) limit 1`.execute(db);
  if (rows.length === 0) return;
  throw new Problem('request.invalid', { errors: [{ path: 'fromContingentId', code: 'release.overlaps' }] });
}

/** The organisation of what the plan stands for; references were resolved before. */
async function targetOwner(db: Queries, plan: RecordValues): Promise<{ organisation_id: string }> {
  const table =
    typeof plan.performanceId === 'string'
      ? 'performance'
      : typeof plan.eventId === 'string'
        ? 'show_event'
        : 'season_activity';
  const { rows } = await sql<{ organisation_id: string }>`select organisation_id from ${sql.table(table)}
    where id = ${targetOf(plan)}::uuid`.execute(db);
  const [owner] = rows;
  if (owner === undefined) throw new Problem('request.notFound');
  return owner;
}
