import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { apiUrl } from '../provider/request.ts';

type Ways = { issuer: { name: string } | null };

/** Where a browser goes to be vouched for by the issuer. */
export const issuerPath = `${apiUrl}/session/issuer`;

/** Who vouches for operators besides their password, where somebody does. */
export function useIssuer(): { name: string } | null {
  const provider = useDataProvider<PlacetDataProvider>();
  const { data } = useQuery({
    queryKey: ['session', 'ways'],
    queryFn: () => provider.ask<Ways>('/session/ways'),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.issuer ?? null;
}
