import { sql } from 'kysely';
import { type Scope, scoped } from '../../database/read-models/scoped.ts';
import { toldName } from '../../database/read-models/told-name.ts';
import type { Queries } from '../../database/schema.ts';
import {
  type ContingentPart,
  type KeepUnit,
  partsToRelease,
  type ReleaseMoment,
  type ReleaseStep,
  stepDueAt,
} from '../../rules/stock/release-steps.ts';
import { planFaults } from '../records/kinds/release-plans.ts';
import { refuse } from '../records/write-record.ts';
import { stillAway } from './released-parts.ts';

/** A plan as it is written, saved or not. */
export interface PlanDraft {
  /** Null while it is not saved. */
  id: string | null;
  activityId: string | null;
  eventId: string | null;
  performanceId: string | null;
  fromContingentId: string;
  toContingentId: string;
  seatCategoryId: string | null;
  keepUnit: KeepUnit;
  moment: ReleaseMoment;
  steps: readonly ReleaseStep[];
}

/** A step of one performance, as things stand. */
export interface StepPreview {
  days: number;
  dueAt: string;
  /** `late`: its time has come and it is done at the next look. */
  state: 'done' | 'late' | 'ahead';
  /** Places that go: what went, or would go if nobody took anything until then. */
  released: number;
  /** What the giving contingent has afterwards. */
  kept: number;
}

/** What a plan does to one performance. */
export interface PerformancePreview {
  performanceId: string;
  eventCode: string;
  eventName: string;
  startsAt: string;
  timeZone: string;
  /** What the giving contingent has now; null where it has no stock. */
  capacity: number | null;
  taken: number;
  /** The plan that counts here instead of this one, being more specific. */
  overriddenBy: string | null;
  steps: StepPreview[];
}

/** Performances told at once, the next ones. */
const mostPreviewed = 100;

/** A preview, of the next performances and of how many. */
export interface ReleasePreview {
  performances: PerformancePreview[];
  /** All that the plan is about, also those not told. */
  total: number;
}

type Found = Omit<PerformancePreview, 'capacity' | 'taken' | 'steps'> & { total: number };
type PartRow = ContingentPart & { performanceId: string };
type DoneRow = { performanceId: string; days: number; quantity: number };

/**
 * What a plan would do to its next performances, step by step, were nothing else to happen.
 * @throws Problem `request.invalid` as saving the plan would.
 */
export async function previewRelease(
  db: Queries,
  scope: Scope,
  plan: PlanDraft,
  now: string,
): Promise<ReleasePreview> {
  refuse(planFaults({ ...plan }));
  const found = await performancesOf(db, scope, plan, now);
  const ids = found.map(({ performanceId }) => performanceId);
  const parts = Map.groupBy(await partsOf(db, plan, ids), ({ performanceId }) => performanceId);
  const done = Map.groupBy(await doneOf(db, plan, ids), ({ performanceId }) => performanceId);
  const performances = found.map(({ total: _all, ...performance }) => {
    const mine = parts.get(performance.performanceId) ?? [];
    const before = done.get(performance.performanceId) ?? [];
    const sums = {
      capacity: mine.length === 0 ? null : sumOf(mine, ({ capacity }) => capacity),
      taken: sumOf(mine, ({ capacity, free }) => capacity - free),
    };
    const steps = performance.overriddenBy === null ? simulate(plan, performance, mine, before, now) : [];
    return { ...performance, ...sums, steps };
  });
  return { performances, total: found[0]?.total ?? 0 };
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

function simulate(
  plan: PlanDraft,
  { startsAt, timeZone }: Pick<Found, 'startsAt' | 'timeZone'>,
  parts: readonly ContingentPart[],
  done: readonly DoneRow[],
  now: string,
): StepPreview[] {
  let state = parts;
  return plan.steps.map(({ days, keep }) => {
    const dueAt = stepDueAt(startsAt, timeZone, days, plan.moment);
    const before = done.find((each) => each.days === days);
    if (before !== undefined)
      return { days, dueAt, state: 'done', released: before.quantity, kept: sumOf(state, (p) => p.capacity) };
    const going = new Map(
      partsToRelease(state, { keep, unit: plan.keepUnit }).map((part) => [
        part.seatCategoryId,
        part.quantity,
      ]),
    );
    state = state.map((part) => {
      const by = going.get(part.seatCategoryId) ?? 0;
      return { ...part, capacity: part.capacity - by, free: part.free - by };
    });
    return {
      days,
      dueAt,
      state: dueAt <= now ? 'late' : 'ahead',
      released: sumOf([...going.values()], (quantity) => quantity),
      kept: sumOf(state, ({ capacity }) => capacity),
    };
  });
}

async function performancesOf(db: Queries, scope: Scope, plan: PlanDraft, now: string): Promise<Found[]> {
  const level = plan.performanceId !== null ? 3 : plan.eventId !== null ? 2 : 1;
  const { rows } = await sql<Found>`
    select performance.id as "performanceId", show_event.code as "eventCode",
      ${toldName(scope, 'show_event')} as "eventName", performance.starts_at as "startsAt",
      performance.time_zone as "timeZone", count(*) over ()::int as total,
      (select other.name from release_plan other
        where other.active and other.id is distinct from ${plan.id}::uuid
          and other.from_contingent_id = ${plan.fromContingentId}
          and (other.performance_id = performance.id or other.event_id = performance.event_id)
          and case when other.performance_id is not null then 3 else 2 end > ${level}
        order by other.performance_id nulls last limit 1) as "overriddenBy"
    from performance join show_event on show_event.id = performance.event_id
    where ${scoped(scope, 'performance')} and performance.state <> 'cancelled'
      and performance.starts_at > ${now}::timestamptz
      and (performance.id = ${plan.performanceId}::uuid or performance.event_id = ${plan.eventId}::uuid
        or show_event.activity_id = ${plan.activityId}::uuid)
    order by performance.starts_at, performance.id limit ${mostPreviewed}`.execute(db);
  return rows;
}

async function partsOf(db: Queries, plan: PlanDraft, ids: readonly string[]): Promise<PartRow[]> {
  const { rows } = await sql<PartRow>`
    with seats as (
      select performance_id, stock_id, count(*) filter (where claim_id is null) as free
      from performance_seat where performance_id = any(${[...ids]}::uuid[]) group by 1, 2
    )
    select t.performance_id as "performanceId", t.seat_category_id as "seatCategoryId", k.rank, t.capacity,
      t.capacity + coalesce((
        select sum(${stillAway}) from contingent_release done
        cross join lateral jsonb_array_elements(done.parts) part
        where done.performance_id = t.performance_id and done.plan_id = ${plan.id}::uuid
          and part->>'seatCategoryId' = t.seat_category_id::text), 0)::int as base,
      least(greatest(0, t.capacity - t.held - t.ordered - t.sold - t.blocked - t.allotted - t.recalling),
        coalesce(seats.free, t.capacity))::int as free
    from stock t join seat_category k on k.id = t.seat_category_id
    left join seats on seats.performance_id = t.performance_id and seats.stock_id = t.id
    where t.performance_id = any(${[...ids]}::uuid[]) and t.contingent_id = ${plan.fromContingentId}
      and (${plan.seatCategoryId}::uuid is null or t.seat_category_id = ${plan.seatCategoryId}::uuid)
    order by k.rank, t.id`.execute(db);
  return rows;
}

async function doneOf(db: Queries, plan: PlanDraft, ids: readonly string[]): Promise<DoneRow[]> {
  if (plan.id === null) return [];
  const { rows } = await sql<DoneRow>`
    select performance_id as "performanceId", days_before as days, quantity from contingent_release
    where plan_id = ${plan.id}::uuid and performance_id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}
