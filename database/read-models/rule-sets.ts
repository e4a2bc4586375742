import { sql } from 'kysely';
import type { ManagedRule } from '../../rules/authorisation/managed-rule.ts';
import { ruleSetStates } from '../../rules/authorisation/rule-set-life.ts';
import type { ManagedMoment } from '../../rules/options/life.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { choice, instant, integer, text, uuid } from './list-fields.ts';
import { type Scope, scoped } from './scoped.ts';

/** The versions of the houses' own rules, the newest first. */
export const ruleSetList = defineList({
  name: 'rule-sets',
  table: 'rule_set',
  sort: ['number', 'DESC'],
  fields: {
    organisationId: uuid('rule_set.organisation_id'),
    number: integer('rule_set.number'),
    state: choice('rule_set.state', ruleSetStates),
    note: text('rule_set.note', { searched: true }),
    effectiveAt: instant('rule_set.effective_at', { nullable: true }),
    publishedAt: instant('rule_set.published_at', { nullable: true }),
    writtenAt: instant('rule_set.written_at'),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('rule_set')
      .leftJoin('operator as writer', 'writer.id', 'rule_set.written_by_id')
      .leftJoin('operator as publisher', 'publisher.id', 'rule_set.published_by_id')
      .select([
        'rule_set.id',
        'rule_set.organisation_id as organisationId',
        'rule_set.number',
        'rule_set.state',
        'rule_set.note',
        'rule_set.edition',
        'rule_set.based_on_id as basedOnId',
        'rule_set.written_at as writtenAt',
        'writer.name as writtenByName',
        'rule_set.published_at as publishedAt',
        'publisher.name as publishedByName',
        'rule_set.effective_at as effectiveAt',
        'rule_set.superseded_at as supersededAt',
        'rule_set.version',
        sql<number>`(select count(*)::int from managed_rule m where m.rule_set_id = rule_set.id)`.as(
          'ruleCount',
        ),
        sql<boolean>`coalesce(rule_set.effective_at <= now() and (rule_set.superseded_at is null or rule_set.superseded_at > now()), false)`.as(
          'inForce',
        ),
      ]),
  present: (row) => row,
});

/** A rule as it is shown: with the name of what it is bound to. */
type ShownRule = Omit<ManagedRule, 'moments'> & { moments: ManagedMoment[]; scopeName: string | null };

/** The rules of a version inside the wall and the reader's perimeter, in the order written. */
export async function readShownRules(db: Queries, scope: Scope, ruleSetId: string): Promise<ShownRule[]> {
  const { rows } = await sql<ShownRule>`
    select m.code, m.name, m.scope, m.scope_id as "scopeId", m.moments, m.outcome, m.priority,
      m.valid_from as "validFrom", m.valid_until as "validUntil", m.message_fr as "messageFr",
      m.message_en as "messageEn", m.conditions,
      case m.scope
        when 'season' then (select x.name from season x where x.id = m.scope_id)
        when 'activity' then (select x.name from season_activity x where x.id = m.scope_id)
        when 'seat-category' then (select x.name from seat_category x where x.id = m.scope_id)
        when 'collectivity-type' then (select x.name from collectivity_type x where x.id = m.scope_id)
        when 'option-profile' then (select x.name from option_profile x where x.id = m.scope_id)
      end as "scopeName"
    from managed_rule m join rule_set on rule_set.id = m.rule_set_id
    where m.rule_set_id = ${ruleSetId} and ${scoped(scope, 'rule_set')} order by m.position`.execute(db);
  return rows;
}
