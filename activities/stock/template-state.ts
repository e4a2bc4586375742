import { sql } from 'kysely';
import { contingentTemplateList } from '../../database/read-models/contingent-templates.ts';
import type { Scope } from '../../database/read-models/scoped.ts';
import { toldName } from '../../database/read-models/told-name.ts';
import type { Queries } from '../../database/schema.ts';
import type { Reason } from '../../rules/messages/reason.ts';
import {
  type NameOf,
  planTemplate,
  type TemplatePlan,
  type TemplateRow,
  type TemplateSeat,
} from '../../rules/stock/plan-template.ts';
import { Problem } from '../problem.ts';

/** A template with what its categories and contingents are called in the reader's language. */
export interface NamedTemplate {
  template: NonNullable<Awaited<ReturnType<typeof contingentTemplateList.one>>>;
  nameOf: NameOf;
}

/** What of a performance decides whether a template is for it. */
export interface TemplatedPerformance {
  id: string;
  venueId: string;
  configurationId: string | null;
  startsAt: string;
  state: string;
}

/** @throws Problem `request.notFound` for a template out of reach. */
export async function readTemplate(db: Queries, scope: Scope, id: string): Promise<NamedTemplate> {
  const template = await contingentTemplateList.one(db, scope, id);
  if (template === null) throw new Problem('request.notFound');
  const categories = template.shares.map(({ seatCategoryId }) => seatCategoryId);
  const { rows } = await sql<{ id: string; name: string }>`
    select id, ${toldName(scope, 'contingent')} as name from contingent
    union all
    select id, ${toldName(scope, 'seat_category')} as name from seat_category
    where id = any(${categories}::uuid[])`.execute(db);
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return { template, nameOf: (sought) => names.get(sought) ?? sought };
}

/** What stands of several performances; behind their locks it is what will be changed. */
export async function readStates(
  db: Queries,
  { template }: NamedTemplate,
  performanceIds: readonly string[],
): Promise<(performanceId: string) => { numbered: boolean; rows: TemplateRow[]; seats: TemplateSeat[] }> {
  const ids = [...performanceIds];
  const rows = await sql<TemplateRow & { performanceId: string }>`
    select performance_id as "performanceId", seat_category_id as "seatCategoryId", contingent_id as "contingentId",
      capacity, held + ordered + sold + blocked + allotted + recalling as taken
    from stock where performance_id = any(${ids}::uuid[]) order by performance_id, id`.execute(db);
  const numbered = await sql<{ id: string }>`
    select asked.id from unnest(${ids}::uuid[]) as asked (id)
    where exists (select from performance_seat s where s.performance_id = asked.id)`.execute(db);
  const named = template.shares.filter(({ seatIds }) => seatIds !== null);
  const seats =
    named.length === 0
      ? []
      : (
          await sql<TemplateSeat & { performanceId: string }>`
    select s.performance_id as "performanceId", s.seat_id as id, t.seat_category_id as "seatCategoryId",
      t.contingent_id as "contingentId", s.claim_id is null as free
    from performance_seat s join stock t on t.id = s.stock_id
    where s.performance_id = any(${ids}::uuid[])
      and (s.seat_id = any(${named.flatMap(({ seatIds }) => seatIds ?? [])}::uuid[])
        or t.contingent_id = any(${named.map(({ contingentId }) => contingentId)}::uuid[]))
    order by s.performance_id, s.seat_id`.execute(db)
        ).rows;
  const rowsOf = Map.groupBy(rows.rows, ({ performanceId }) => performanceId);
  const seatsOf = Map.groupBy(seats, ({ performanceId }) => performanceId);
  const withSeats = new Set(numbered.rows.map(({ id }) => id));
  return (id) => ({
    numbered: withSeats.has(id),
    rows: rowsOf.get(id) ?? [],
    seats: seatsOf.get(id) ?? [],
  });
}

/** What a template would do to a performance; a performance it is not for is told why. */
export function planFor(
  { template, nameOf }: NamedTemplate,
  performance: TemplatedPerformance,
  state: { numbered: boolean; rows: TemplateRow[]; seats: TemplateSeat[] },
  now: string,
): TemplatePlan {
  const reasons = unfit(template, performance, now);
  if (reasons.length > 0) return { moves: [], changes: [], reasons };
  return planTemplate(template, state, nameOf);
}

function unfit(
  { venueId, configurationId }: NamedTemplate['template'],
  performance: TemplatedPerformance,
  now: string,
): Reason[] {
  const { startsAt } = performance;
  if (performance.state === 'cancelled') return [{ code: 'performance.cancelled', values: { startsAt } }];
  if (startsAt <= now) return [{ code: 'performance.begun', values: { startsAt } }];
  if (performance.venueId !== venueId) return [{ code: 'template.otherVenue', values: {} }];
  if (configurationId !== null && performance.configurationId !== configurationId)
    return [{ code: 'template.otherConfiguration', values: {} }];
  return [];
}
