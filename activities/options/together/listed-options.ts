import { CompiledQuery, sql } from 'kysely';
import { scoped } from '../../../database/read-models/scoped.ts';
import type { Queries } from '../../../database/schema.ts';
import type { OptionState, RefusedFrom } from '../../../rules/options/life.ts';
import { scopeOf } from '../../records/write-record.ts';
import { hallOf } from '../../stock/hall.ts';
import type { VerbCaller } from '../../verb.ts';
import type { OptionRow } from '../locked-option.ts';
import type { AnsweredLine } from '../option-answer.ts';
import type { LiveFacts } from '../performance-facts.ts';

/** An option of a list that is to be placed together, as it stands now. */
export interface ListedOption {
  id: string;
  number: number;
  version: number;
  state: OptionState;
  refusedFrom: RefusedFrom | null;
  origin: OptionRow['origin'];
  confirmationDueAt: string | null;
  profilePaymentOn: string | null;
  acceptsUpgrade: boolean;
  requestedQuantity: number;
  contactName: string;
  structureName: string | null;
  lines: AnsweredLine[];
  /** The first choice, then the fallbacks. */
  performanceIds: string[];
  /** What the rules know of its contact and its channel. */
  live: Omit<LiveFacts, 'performanceId' | 'stock'>;
}

/** A performance of the list, with its stock and, where it is numbered, its hall as JSON for the thread that seats it. */
export interface ListedPerformance {
  id: string;
  eventName: string;
  venueName: string;
  startsAt: string;
  timeZone: string;
  stock: LiveFacts['stock'];
  /** Of each seat category with stock: 1 = best. */
  categories: { id: string; rank: number; name: string }[];
  /** The seats as text; null where there are none. */
  hall: string | null;
}

/** The options of a list that stand within the caller's reach, who asked first first. */
export async function listedOptions(
  db: Queries,
  caller: VerbCaller,
  ids: readonly string[],
): Promise<ListedOption[]> {
  const { rows } = await sql<ListedOption>`
    select o.id, o.number, o.version, o.state, o.refused_from as "refusedFrom", o.origin,
      o.confirmation_due_at as "confirmationDueAt", o.profile_payment_on as "profilePaymentOn",
      o.accepts_upgrade as "acceptsUpgrade", o.requested_quantity as "requestedQuantity", c.name as "contactName",
      s.name as "structureName",
      coalesce((select json_agg(json_build_object('id', l.id, 'seatCategoryId', l.seat_category_id,
          'audienceSubcategoryId', l.audience_subcategory_id, 'requestedQuantity', l.requested_quantity,
          'minimumQuantity', l.minimum_quantity, 'placed', '[]'::json) order by l.position)
        from option_line l where l.option_id = o.id), '[]') as lines,
      coalesce((select json_agg(h.performance_id order by h.rank) from option_choice h where h.option_id = o.id),
        '[]') as "performanceIds",
      json_build_object('channelId', o.channel_id,
        'catalogueVersion', (select v.version from catalogue_version v where v.institution_id = o.institution_id),
        'contactKind', c.kind, 'contactCategoryId', c.audience_category_id, 'contactTypeId', c.collectivity_type_id,
        'structureId', g.id, 'structureTypeId', g.collectivity_type_id, 'structureName', g.name,
        'structureAcceptance', g.acceptance) as live
    from seat_option o
    join contact c on c.id = o.contact_id
    left join contact s on s.id = o.structure_id
    left join contact g on g.id = coalesce(o.structure_id, case when c.kind = 'structure' then c.id end)
    where o.id = any(${[...ids]}::uuid[]) and o.kind = 'seats' and ${scoped(scopeOf(caller), 'seat_option', 'o')}
    order by o.number`.execute(db);
  return rows;
}

/**
 * The performances of a list within the reach of the caller with what is free on them; halls come as text, so that nobody
 * here takes them apart.
 */
export async function listedPerformances(
  db: Queries,
  caller: VerbCaller,
  ids: readonly string[],
): Promise<ListedPerformance[]> {
  const { rows } = await sql<Omit<ListedPerformance, 'hall'> & { numbered: boolean }>`
    select p.id, e.name as "eventName", n.name as "venueName", p.starts_at as "startsAt", p.time_zone as "timeZone",
      exists (select from performance_seat s where s.performance_id = p.id) as numbered,
      coalesce((select json_agg(json_build_array(t.id, t.contingent_id, t.seat_category_id,
          t.capacity + t.overbooking - t.held - t.ordered - t.sold - t.blocked - t.allotted - t.recalling,
          t.overbooking, case when k.pool > 0 or k.lent > 0 then k.pool - k.lent end) order by t.id)
        from stock t left join stock_category k using (performance_id, seat_category_id)
        where t.performance_id = p.id), '[]') as stock,
      coalesce((select json_agg(json_build_object('id', c.id, 'rank', c.rank, 'name', c.name) order by c.rank)
        from seat_category c where c.venue_id = p.venue_id
          and exists (select from stock t where t.performance_id = p.id and t.seat_category_id = c.id)),
        '[]') as categories
    from performance p join show_event e on e.id = p.event_id join venue n on n.id = p.venue_id
    where p.id = any(${[...ids]}::uuid[]) and ${scoped(scopeOf(caller), 'performance', 'p')} order by p.starts_at, p.id`.execute(
    db,
  );
  const performances: ListedPerformance[] = [];
  for (const { numbered, ...performance } of rows) {
    performances.push({ ...performance, hall: numbered ? await hallText(db, performance.id) : null });
  }
  return performances;
}

async function hallText(db: Queries, performanceId: string): Promise<string> {
  const { sql: seats, parameters } = hallOf(performanceId).compile(db);
  const { rows } = await db.executeQuery<{ hall: string }>(
    CompiledQuery.raw(`select coalesce(json_agg(h), '[]')::text as hall from (${seats}) h`, [...parameters]),
  );
  return rows[0]?.hall ?? '[]';
}
