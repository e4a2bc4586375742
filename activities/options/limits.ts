import { statement } from '../../database/statement.ts';
import type { CompiledManagedRules } from '../../rules/authorisation/compiled-managed-rules.ts';
import {
  type AskedPlaces,
  type Holding,
  type LimitationFacts,
  type LimitationTable,
  limitationFacts,
  tablesFor,
} from '../../rules/authorisation/limitations.ts';
import { countedFacts } from '../../rules/authorisation/place-facts.ts';
import type { ManagedMoment } from '../../rules/options/life.ts';
import type { Verb } from '../verb.ts';
import { type ContactLock, lockContact } from './contact-lock.ts';
import { managedRules, rulesInForce } from './managed-rules.ts';
import type { PerformanceFacts } from './performance-facts.ts';

/** What is asked for or granted, and by which verb. */
export interface LimitsQuestion {
  performances: readonly PerformanceFacts[];
  lines: readonly AskedPlaces[];
  /** The option in question, when there is one already. */
  optionId: string | null;
  /** At request, what awaits an answer counts beside what is held. */
  moment: ManagedMoment;
  /** `none`: a question that nothing is granted on. */
  lock: ContactLock | 'none';
  /** What the contact has is read whatever the rules in force need. */
  counted?: boolean;
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

/** What an option is measured against, and what its contact has. */
export interface Limits {
  moment: ManagedMoment;
  lines: readonly AskedPlaces[];
  holdings: readonly Holding[];
  /** Whether the holdings were read: they always are at request, so that a request can be decided anew. */
  counted: boolean;
  /** The house's own rules in force. */
  managed: CompiledManagedRules | null;
}

/**
 * What limitation tables and the house's own rules count of an option's contact. Where nothing
 * counts nothing is asked. Else the contact is locked, and only then is read what they hold: two options of one contact
 * are counted one after the other. A confirmation takes nothing further: it is counted without the lock.
 */
export async function limitsOn(verb: Verb, question: LimitsQuestion): Promise<Limits> {
  const { performances, lines, optionId, moment, lock } = question;
  const [first] = performances;
  if (first === undefined) throw new RangeError('no performance to be measured at');
  const published = rulesInForce(first.publishedRules, verb.now);
  const managed = published === null ? null : await managedRules(verb, published);
  const applying = moment === 'confirmation' ? [] : applyingTables(performances);
  const counts = question.counted === true || (managed?.reads(moment, countedFacts) ?? false);
  if (applying.length === 0 && !counts && moment !== 'request')
    return { moment, lines, holdings: [], counted: false, managed };
  const limited = applying.length > 0 || counts;
  if (limited && moment !== 'confirmation' && lock !== 'none') await lockContact(verb, first.holderId, lock);
  const counted = moment === 'request' || counts || applying.some(({ table }) => countsHoldings(table));
  const found = counted
    ? await (question.holdings ?? holdingsOf)(verb, first.holderId, optionId, performances)
    : [];
  const holdings = moment === 'request' ? found : found.map((each) => ({ ...each, requested: 0 }));
  return { moment, lines, holdings, counted, managed };
}

/** What the tables that apply say of lines, as the contact stands. */
export function tableFacts(
  performances: readonly PerformanceFacts[],
  { moment, holdings }: Pick<Limits, 'moment' | 'holdings'>,
  lines: readonly AskedPlaces[],
): LimitationFacts[] {
  const typeId = performances[0]?.limited?.typeId ?? null;
  if (typeId === null || moment === 'confirmation') return [];
  return applyingTables(performances).flatMap(
    ({ performance, table }) => limitationFacts(table, typeId, performance, lines, holdings) ?? [],
  );
}

function applyingTables(performances: readonly PerformanceFacts[]) {
  const typeId = performances[0]?.limited?.typeId ?? null;
  return performances.flatMap((performance) =>
    tablesFor(performance.limitationTables, typeId).map((table) => ({ performance, table })),
  );
}

function countsHoldings({ maximumPerPerformance, maximumPerSeason }: LimitationTable): boolean {
  return maximumPerPerformance !== null || maximumPerSeason !== null;
}

/**
 * What a contact has in these seasons, through whom ever: a structure's relays ask and hold in its name. What was given
 * back counts no more; tentative places do. A product counts by its first line, in its own family.
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
      select id, state, product_id from seat_option where contact_id = ${contactId}
      union
      select id, state, product_id from seat_option where structure_id = ${contactId} and structure_id is not null
    ), places as (
      select c.performance_id, c.seat_category_id, o.product_id, o.id = ${optionId} as own, c.quantity as taken,
          0 as requested
        from theirs o join claim c on c.source_id = o.id and c.source_type = 'option'
        where c.counter in ('held', 'ordered', 'sold')
          and (o.product_id is null or exists (select from option_line l where l.id = c.line_id and l.position = 0))
      union all
      select l.performance_id, l.seat_category_id, o.product_id, false, 0, l.requested_quantity
        from theirs o join option_line l on l.option_id = o.id
        where o.state = 'requested' and o.id is distinct from ${optionId} and (o.product_id is null or l.position = 0)
    )
    select x.performance_id as "performanceId", e.season_id as "seasonId", e.activity_id as "activityId",
      e.id as "eventId", coalesce(r.family_id, e.family_id) as "familyId", x.seat_category_id as "seatCategoryId",
      coalesce(sum(x.taken) filter (where x.own is not true), 0)::int as held,
      sum(x.requested)::int as requested,
      coalesce(sum(x.taken) filter (where x.own), 0)::int as own
    from places x join performance p on p.id = x.performance_id join show_event e on e.id = p.event_id
      left join product r on r.id = x.product_id
    where e.season_id = any(${seasonIds}::uuid[])
    group by x.performance_id, e.id, r.id, x.seat_category_id`);
}
