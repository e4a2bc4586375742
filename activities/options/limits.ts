import { statement } from '../../database/statement.ts';
import {
  type AskedPlaces,
  type Holding,
  type LimitationFacts,
  type LimitationTable,
  limitationFacts,
  tablesFor,
} from '../../rules/authorisation/limitations.ts';
import type { Verb } from '../verb.ts';
import { type ContactLock, lockContact } from './contact-lock.ts';
import type { PerformanceFacts } from './performance-facts.ts';

/** What is asked for or granted, and by which verb. */
export interface LimitsQuestion {
  performances: readonly PerformanceFacts[];
  lines: readonly AskedPlaces[];
  /** The option in question, when there is one already. */
  optionId: string | null;
  /** At request, what awaits an answer counts beside what is held. */
  moment: 'request' | 'placement';
  lock: ContactLock;
  /** Who looks at many options reads what each contact holds once; left out, it is read now. */
  holdings?: HoldingsReader;
}

/** Reads what a contact holds in the seasons of these performances, beside an option. */
export type HoldingsReader = (
  verb: Verb,
  contactId: string,
  optionId: string | null,
  performances: readonly PerformanceFacts[],
) => Promise<Holding[]>;

/**
 * How an option stands against the limitation tables that apply to it. Where none does nothing is asked. Else the contact
 * is locked, and only then is read what they hold: two options of one contact are counted one after the other.
 */
export async function limitsOn(verb: Verb, question: LimitsQuestion): Promise<LimitationFacts[]> {
  const { performances, lines, optionId, moment, lock } = question;
  const limited = performances[0]?.limited ?? null;
  if (limited === null) return [];
  const applying = performances.flatMap((performance) =>
    tablesFor(performance.limitationTables, limited.typeId).map((table) => ({ performance, table })),
  );
  if (applying.length === 0) return [];
  await lockContact(verb, limited.contactId, lock);
  const counted = applying.some(({ table }) => countsHoldings(table))
    ? await (question.holdings ?? holdingsOf)(verb, limited.contactId, optionId, performances)
    : [];
  const holdings = moment === 'request' ? counted : counted.map((each) => ({ ...each, requested: 0 }));
  return applying.flatMap(
    ({ performance, table }) => limitationFacts(table, limited.typeId, performance, lines, holdings) ?? [],
  );
}

function countsHoldings({ maximumPerPerformance, maximumPerSeason }: LimitationTable): boolean {
  return maximumPerPerformance !== null || maximumPerSeason !== null;
}

/**
 * What a contact has in these seasons, through whom ever: a structure's relays ask and hold in its name. What was given
 * back counts no more; tentative places do.
 */
export function holdingsOf(
  verb: Verb,
  contactId: string,
  optionId: string | null,
  performances: readonly PerformanceFacts[],
): Promise<Holding[]> {
  const seasonIds = [...new Set(performances.map(({ seasonId }) => seasonId))];
  return verb.ask(statement<Holding>`
    with theirs as (
      select id, state from seat_option where contact_id = ${contactId}
      union
      select id, state from seat_option where structure_id = ${contactId} and structure_id is not null
    ), places as (
      select c.performance_id, c.seat_category_id, o.id = ${optionId} as own, c.quantity as taken, 0 as requested
        from theirs o join claim c on c.source_id = o.id and c.source_type = 'option'
        where c.counter in ('held', 'ordered', 'sold')
      union all
      select l.performance_id, l.seat_category_id, false, 0, l.requested_quantity
        from theirs o join option_line l on l.option_id = o.id
        where o.state = 'requested' and o.id is distinct from ${optionId}
    )
    select x.performance_id as "performanceId", e.season_id as "seasonId", e.activity_id as "activityId",
      e.id as "eventId", e.family_id as "familyId", x.seat_category_id as "seatCategoryId",
      coalesce(sum(x.taken) filter (where x.own is not true), 0)::int as held,
      sum(x.requested)::int as requested,
      coalesce(sum(x.taken) filter (where x.own), 0)::int as own
    from places x join performance p on p.id = x.performance_id join show_event e on e.id = p.event_id
    where e.season_id = any(${seasonIds}::uuid[])
    group by x.performance_id, e.id, x.seat_category_id`);
}
