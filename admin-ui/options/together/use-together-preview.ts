import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import type { TogetherPreview } from './together-preview.ts';

/** What would become of a list; asked once, and no longer when nobody waits for it. `round`: asked anew. */
export function useTogetherPreview(ids: readonly string[], override: string, round: number) {
  const provider = useDataProvider<PlacetDataProvider>();
  return useQuery({
    queryKey: ['place-together', ids, override, round],
    queryFn: ({ signal }) =>
      provider.preview<TogetherPreview>(
        '/options/bulk/place-together/preview',
        { ids, ...(override === '' ? {} : { override: { reason: override } }) },
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY, // a proposal does not change under one's eyes; what is lost is found when it is done
    gcTime: 0,
    retry: false,
  });
}
