import { sql } from 'kysely';
import type { ImpactCounts, ImpactFlip, ImpactState } from '../../rules/authorisation/impact.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** An impact as its page shows it. */
export interface ShownImpact {
  id: string;
  ruleSetId: string;
  /** It is of the version as it stands, against the rules in force, and not too old. */
  fresh: boolean;
  state: ImpactState;
  requests: number;
  total: number;
  done: number;
  counts: ImpactCounts;
  flips: ImpactFlip[];
  at: string;
  askedAt: string;
  endedAt: string | null;
  askedByName: string | null;
}

/** The last impact of a version; null when none was asked. */
export async function readImpact(
  db: Queries,
  scope: Scope,
  ruleSetId: string,
  freshHours: number,
): Promise<ShownImpact | null> {
  const { rows } = await sql<ShownImpact>`
    select i.id, i.rule_set_id as "ruleSetId", i.state, i.requests, i.total, i.done, i.counts, i.flips, i.at,
      i.asked_at as "askedAt", i.ended_at as "endedAt", o.name as "askedByName",
      coalesce(i.state = 'done' and i.edition = rule_set.edition and i.ended_at > now() - make_interval(hours => ${freshHours})
        and i.against_id is not distinct from (select f.id from rule_set f
          where f.organisation_id = rule_set.organisation_id and f.effective_at <= now()
            and (f.superseded_at is null or f.superseded_at > now())), false) as fresh
    from rule_impact i join rule_set on rule_set.id = i.rule_set_id left join operator o on o.id = i.asked_by_id
    where i.rule_set_id = ${ruleSetId} and ${scoped(scope, 'rule_set')}
    order by i.asked_at desc, i.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}
