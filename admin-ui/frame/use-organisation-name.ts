import { useSession } from '../provider/session.ts';

/** The name of an organisation; null where there is only one, since it goes without saying. */
export function useOrganisationName(id: string): string | null {
  const organisations = useSession()?.organisations ?? [];
  if (organisations.length < 2) return null;
  return organisations.find((organisation) => organisation.id === id)?.name ?? null;
}
