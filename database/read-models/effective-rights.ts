import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** A record as people know it. */
interface Named {
  id: string;
  name: string;
}

/** What an operator's rights are made of: the roles they hold where, and whom and what they serve. */
export interface OperatorRights {
  disabled: boolean;
  /** Null: every one. */
  audienceCategories: Named[] | null;
  families: (Named & { code: string })[] | null;
  organisations: (Named & { roles: (Named & { rights: string[] })[] })[];
}

/** Reads what an operator's rights are made of; null out of reach. */
export async function readOperatorRights(
  db: Queries,
  scope: Scope,
  operatorId: string,
): Promise<OperatorRights | null> {
  const { rows } = await sql<OperatorRights>`
    select operator.disabled_at is not null as disabled,
      case when not operator.every_audience then coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id)
        from operator_cover c join audience_category a on a.id = c.audience_category_id
        where c.operator_id = operator.id), '[]') end as "audienceCategories",
      case when not operator.every_family then coalesce((
        select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'code', f.code) order by f.name, f.id)
        from operator_cover c join product_family f on f.id = c.family_id
        where c.operator_id = operator.id), '[]') end as families,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'roles', (
            select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'rights', r.rights) order by r.name, r.id)
            from operator_role g join role r on r.id = g.role_id
            where g.operator_id = operator.id and g.organisation_id = o.id)) order by o.name, o.id)
        from organisation o
        where o.id in (select organisation_id from operator_role g where g.operator_id = operator.id)), '[]') as organisations
    from operator where operator.id = ${operatorId} and ${scoped(scope, 'operator')}`.execute(db);
  return rows[0] ?? null;
}
