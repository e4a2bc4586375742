import { allRights } from '../../rules/organisation/right-tree.ts';
import { useSession } from '../provider/session.ts';

/**
 * The rights the person at the screen may add to a role: those they hold wherever somebody has it, or anywhere while
 * nobody has. Null when somebody has it where they may not change roles: its rights are then not theirs to change.
 */
export function useGivableRights(organisationIds: readonly string[]): readonly string[] | null {
  const session = useSession();
  if (session === undefined) return [];
  if (organisationIds.length === 0) return session.rights;
  const held = organisationIds.map(
    (id) => session.organisations.find((organisation) => organisation.id === id)?.rights ?? [],
  );
  if (held.some((rights) => !rights.includes('organisation.roles:modify'))) return null;
  return allRights.filter((right) => held.every((rights) => rights.includes(right)));
}
