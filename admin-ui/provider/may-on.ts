import { isInstitutionWide, type Right } from '../../rules/organisation/right-tree.ts';
import type { Session } from './session.ts';

/** Whether a session has a right on a record: in its organisation; what is the institution's, in any. */
export function mayOn(
  { rights, organisations }: Pick<Session, 'rights' | 'organisations'>,
  right: Right,
  record: object,
): boolean {
  const owner = 'organisationId' in record && !isInstitutionWide(right) ? record.organisationId : null;
  if (typeof owner !== 'string') return rights.includes(right);
  return organisations.some((one) => one.id === owner && one.rights.includes(right));
}
