import { statement } from '../../database/statement.ts';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import { inPerimeter } from './locked-option.ts';
import { type LinesRow, linesOfOption, type OptionLines, toLines } from './option-lines.ts';

/** Everything about a performance, a contact and a channel that a request or a placement is decided on. */
export interface PerformanceFacts {
  performanceId: string;
  organisationId: string;
  startsAt: string;
  timeZone: string;
  performanceState: 'open' | 'closed' | 'cancelled';
  seasonName: string;
  seasonOpen: boolean;
  activityName: string;
  seatOptionsAllowed: boolean;
  deductsAvailability: boolean;
  daysAfterPlacement: number | null;
  daysBeforePerformance: number | null;
  endPolicy: 'flag' | 'release';
  graceHours: number;
  contactKind: 'individual' | 'structure';
  contactCategoryId: string | null;
  typeCategoryId: string | null;
  channelCategoryId: string | null;
  directOptionDueAt: string | null;
  structure: { name: string; acceptance: 'pending' | 'accepted' | 'refused' | 'suspended' } | null;
  categories: { id: string; code: string; name: string; optionAllowed: boolean }[];
  grid: { seatCategoryId: string; subcategoryId: string; priceCents: number }[];
  optionDefaults: { categoryId: string; subcategoryId: string }[];
  /** Stock rows of the contingents the channel may draw from. */
  stock: { stockId: string; contingentId: string; seatCategoryId: string; rank: number; free: number }[];
}

/** Which performance, for whom, through which channel. */
export interface FactsQuestion {
  performanceId: string;
  contactId: string;
  /** The structure the option is for, when the contact is not that structure itself. */
  structureId: string | null;
  channelId: string;
}

/** As an option says it, but for another performance where one is named. */
export interface OptionFactsQuestion {
  optionId: string;
  performanceId: string | null;
}

/**
 * Reads them in one round trip, inside the verb's transaction.
 * @throws Problem `request.notFound` for an id outside the wall or the perimeter.
 */
export async function performanceFacts(verb: Verb, question: FactsQuestion): Promise<PerformanceFacts> {
  return seenFacts(verb, await askFacts(verb.ask, { optionId: null, ...question }));
}

/** Asks for the facts of an option together with its lines; the caller shows the facts to `seenFacts`. */
export async function optionFacts(
  ask: Verb['ask'],
  question: OptionFactsQuestion,
): Promise<{ facts: PerformanceFacts | undefined; lines: OptionLines }> {
  const row = await askFacts(ask, { ...question, contactId: null, structureId: null, channelId: null });
  return { facts: row, lines: toLines(row) };
}

/**
 * The facts, when the performance is inside the caller's perimeter.
 * @throws Problem `request.notFound`
 */
export function seenFacts(verb: Verb, facts: PerformanceFacts | undefined): PerformanceFacts {
  if (facts === undefined || !inPerimeter(verb, facts.organisationId)) throw new Problem('request.notFound');
  return facts;
}

/** What is null is what the option says. */
type AskedFacts = { [Key in keyof FactsQuestion | 'optionId']: string | null };

async function askFacts(
  ask: Verb['ask'],
  { optionId, performanceId, contactId, structureId, channelId }: AskedFacts,
): Promise<(PerformanceFacts & LinesRow) | undefined> {
  const [facts] = await ask(statement<PerformanceFacts & LinesRow>`
    select p.id as "performanceId", p.organisation_id as "organisationId", p.starts_at as "startsAt",
      p.time_zone as "timeZone", p.state as "performanceState", s.name as "seasonName", s.open as "seasonOpen",
      a.name as "activityName", a.seat_options_allowed as "seatOptionsAllowed",
      a.deducts_availability as "deductsAvailability",
      a.confirmation_days_after_placement as "daysAfterPlacement",
      a.confirmation_days_before_performance as "daysBeforePerformance",
      a.end_policy as "endPolicy", a.grace_hours as "graceHours",
      c.kind as "contactKind", c.audience_category_id as "contactCategoryId",
      coalesce(ct.audience_category_id, st.audience_category_id) as "typeCategoryId",
      case c.kind when 'individual' then ch.individual_audience_category_id
        else ch.structure_audience_category_id end as "channelCategoryId",
      ch.direct_option_due_at as "directOptionDueAt",
      case when g.id is null then null
        else json_build_object('name', g.name, 'acceptance', g.acceptance) end as structure,
      coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'name', k.name,
          'optionAllowed', k.option_allowed)) from seat_category k where k.venue_id = p.venue_id), '[]') as categories,
      coalesce((select json_agg(json_build_object('seatCategoryId', r.seat_category_id,
          'subcategoryId', r.audience_subcategory_id, 'priceCents', r.price_cents))
        from price r where r.performance_id = p.id), '[]') as grid,
      coalesce((select json_agg(json_build_object('categoryId', u.audience_category_id, 'subcategoryId', u.id))
        from audience_subcategory u where u.option_default), '[]') as "optionDefaults",
      coalesce((select json_agg(json_build_object('stockId', t.id, 'contingentId', t.contingent_id,
          'seatCategoryId', t.seat_category_id, 'rank', x.rank,
          'free', t.capacity + t.overbooking - t.held - t.ordered - t.sold - t.blocked - t.allotted - t.recalling))
        from stock t join channel_contingent x on x.contingent_id = t.contingent_id and x.channel_id = ch.id
        where t.performance_id = p.id), '[]') as stock,
      ${linesOfOption}
    from (select ${optionId}::uuid as option_id) q
    left join seat_option o on o.id = q.option_id
    join performance p on p.id = coalesce(${performanceId}::uuid, o.performance_id)
    join show_event e on e.id = p.event_id
    join season_activity a on a.id = e.activity_id
    join season s on s.id = e.season_id
    join contact c on c.id = coalesce(${contactId}::uuid, o.contact_id)
    join sales_channel ch on ch.id = coalesce(${channelId}::uuid, o.channel_id)
    left join collectivity_type ct on ct.id = c.collectivity_type_id
    left join contact g on g.id = coalesce(${structureId}::uuid, o.structure_id, case when c.kind = 'structure' then c.id end)
    left join collectivity_type st on st.id = g.collectivity_type_id`);
  return facts;
}
