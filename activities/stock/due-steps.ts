import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import type { KeepUnit } from '../../rules/stock/release-steps.ts';

/** A step of a plan that a performance waits for, and when it is due. */
export interface WaitingStep {
  performanceId: string;
  organisationId: string;
  planId: string;
  planName: string;
  fromContingentId: string;
  toContingentId: string;
  /** Null: all categories together. */
  seatCategoryId: string | null;
  days: number;
  keep: number;
  keepUnit: KeepUnit;
  dueAt: string;
}

/**
 * The steps due at `now` (ISO), or at the database's own clock where that is later, that are not done, earliest first: one question for all performances. Of a contingent's
 * plans the most specific count: performance before event before activity. Nothing for what has begun or is cancelled,
 * nor where the contingent has no stock yet. `rules/stock/release-steps.ts` (`stepDueAt`) says the same of one step.
 */
export async function dueSteps(
  db: Queries,
  now: string,
  {
    performanceId = null,
    planId = null,
    limit,
  }: { performanceId?: string | null; planId?: string | null; limit: number },
): Promise<WaitingStep[]> {
  const { rows } = await sql<WaitingStep>`
    with clock as (select greatest(${now}::timestamptz, now()) as at), candidate as (${candidates(performanceId)})
    select waiting.* from (
      select c.performance_id as "performanceId", c.organisation_id as "organisationId", c.id as "planId",
        c.name as "planName", c.from_contingent_id as "fromContingentId", c.to_contingent_id as "toContingentId",
        c.seat_category_id as "seatCategoryId", step.days, step.keep, c.keep_unit as "keepUnit",
        ((c.starts_at at time zone c.time_zone)::date - step.days
          + case c.moment when 'end-of-day' then 1 else 0 end)::timestamp at time zone c.time_zone as "dueAt"
      from candidate c
      cross join lateral jsonb_to_recordset(c.steps) as step (days int, keep int)
      where c.level = c.most and (${planId}::uuid is null or c.id = ${planId}::uuid)
        and not exists (select from contingent_release done where done.performance_id = c.performance_id
          and done.plan_id = c.id and done.days_before = step.days)
        and exists (select from stock t where t.performance_id = c.performance_id
          and t.contingent_id = c.from_contingent_id)
    ) waiting, clock
    where "dueAt" <= clock.at
    order by "dueAt", "performanceId", "planId", days desc limit ${limit}`.execute(db);
  return rows;
}

function candidates(performanceId: string | null): RawBuilder<unknown> {
  const one = performanceId === null ? sql`` : sql`and p.id = ${performanceId}::uuid`;
  return sql`
    select *, max(level) over (partition by performance_id, from_contingent_id) as most from (
      select r.id, r.name, r.from_contingent_id, r.to_contingent_id, r.seat_category_id, r.keep_unit, r.moment, r.steps,
        p.id as performance_id, p.organisation_id, p.starts_at, p.time_zone,
        case when r.performance_id is not null then 3 when r.event_id is not null then 2 else 1 end as level
      from performance p
      join show_event e on e.id = p.event_id
      join release_plan r on r.active
        and (r.performance_id = p.id or r.event_id = p.event_id or r.activity_id = e.activity_id)
      where p.state <> 'cancelled' and p.starts_at > (select at from clock)
        and p.starts_at < (select at from clock) + interval '370 days' ${one}
    ) plan`;
}
