import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';

/** What a verb on an order or a basket may change. */
const touched = [
  'orders',
  'booking-files',
  'baskets',
  'options',
  'history',
  'letters',
  'stock',
  'file-operations',
];

/**
 * Does a verb on an order or a basket at the version a person saw; nothing changes on screen before the answer, and after
 * it, or a refusal, everything it may concern is read again.
 */
export function useOrderAct<Answer>(door: string, version: number) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const refresh = () => Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  return useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) =>
      intend({ door, version, body }, (key) => provider.act<Answer>(door, body, key, version)),
    onSettled: refresh,
  });
}
