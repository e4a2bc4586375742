import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';

/** A verb on places of a performance, and what it takes. */
export type StockVerbCall = {
  verb: 'open-seats' | 'block-seats' | 'unblock-seats' | 'move-seats';
  body: Readonly<Record<string, unknown>>;
  version?: number;
};

/** What a verb on places may have changed. */
const touched = [
  'stock',
  'performance-seats',
  'stock-sources',
  'performance-gauges',
  'performances',
  'history',
  'seat-proposals',
];

/** Has everything read again that a change of places touches. */
export function useRefreshSeats(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
}

/**
 * Does verbs on places of a performance, one after the other: moving takes one category and one contingent at a time. The
 * first that is refused ends it; everything is read again then, too.
 */
export function useStockVerb(performanceId: string, onPart?: (call: StockVerbCall) => void) {
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshSeats();
  const intend = useIntention();
  return useMutation({
    mutationFn: async (calls: readonly StockVerbCall[]) => {
      for (const call of calls) {
        const { verb, body, version } = call;
        await intend({ verb, body }, (key) =>
          provider.act(`/performances/${performanceId}/${verb}`, body, key, version),
        );
        onPart?.(call);
      }
    },
    onSettled: refresh,
  });
}
