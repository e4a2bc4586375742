import { sql } from 'kysely';
import type { Database } from '../../../database/database.ts';
import type { SessionOperator } from '../../../database/session-rows.ts';
import { bulkRightFor, type OptionKind } from '../../../rules/options/rights.ts';
import type { Actor } from '../../verb.ts';
import type { BulkVerb } from '../bulk-acts.ts';

type Held = Pick<
  SessionOperator,
  'id' | 'name' | 'disabled' | 'organisations' | 'roles' | 'audience_category_ids' | 'family_ids'
>;

/**
 * The operator a run works for, with the rights they hold now: what was taken from them meanwhile, the run has no more. Who
 * is gone or may not sign in any longer reaches nothing.
 */
export async function runActor(
  database: Database,
  {
    askedById,
    askedByName,
    verb,
    kind,
  }: { askedById: string; askedByName: string; verb: BulkVerb; kind: OptionKind },
): Promise<Actor> {
  const { rows } =
    await sql<Held>`select s.id, s.name, s.disabled, s.organisations, s.roles, p.audience_category_ids, p.family_ids
    from session_operator(${askedById}) s, session_perimeter(${askedById}) p`.execute(database.queries());
  const [operator] = rows;
  const nobody: Actor = {
    type: 'operator',
    id: askedById,
    name: askedByName,
    rights: {},
    organisationIds: [],
  };
  if (operator === undefined || operator.disabled) return nobody;
  const rights = Object.fromEntries(
    operator.organisations.map(({ id, roleIds }) => [
      id,
      [...new Set(roleIds.flatMap((role) => operator.roles[role] ?? []))],
    ]),
  );
  const needed = bulkRightFor(verb, kind);
  return {
    ...nobody,
    name: operator.name,
    rights,
    organisationIds: Object.keys(rights).filter((id) => rights[id]?.includes(needed)),
    served: {
      audienceCategoryIds: operator.audience_category_ids ?? 'all',
      familyIds: operator.family_ids ?? 'all',
    },
  };
}
