import { isInstitutionWide, type Right } from '../../rules/organisation/right-tree.ts';

/** What one may do anywhere, and where. */
type Held = {
  rights: readonly string[];
  organisations: readonly { id: string; rights: readonly string[] }[];
};

/** Whether a session has a right on a record: in its organisation; what is the institution's, in any. */
export function mayOn({ rights, organisations }: Held, right: Right, record: object): boolean {
  const owner = 'organisationId' in record && !isInstitutionWide(right) ? record.organisationId : null;
  if (typeof owner !== 'string') return rights.includes(right);
  return organisations.some((one) => one.id === owner && one.rights.includes(right));
}
