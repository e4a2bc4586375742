import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { PerformanceSeatsBody } from '../../api/stock/schema.ts';
import type { PlacetDataProvider, Tagged } from '../provider/data-provider.ts';
import type { SeatColumns } from '../seat-map/seat-geometry.ts';

/** Who has each seat of a performance, by column. */
export type PerformanceSeats = z.output<typeof PerformanceSeatsBody>;

/** How often it is asked what others did meanwhile, in milliseconds. */
export const pollMs = 5_000;

/** Who has each seat; asked again every few seconds, at the price of a tag while nothing changed. */
export function usePerformanceSeats(performanceId: string, { polled = true, enabled = true } = {}) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const queryKey = ['performance-seats', performanceId];
  const { data, ...query } = useQuery({
    queryKey,
    queryFn: () =>
      provider.askAgain<PerformanceSeats>(
        `/performances/${performanceId}/seats`,
        queries.getQueryData<Tagged<PerformanceSeats>>(queryKey),
      ),
    structuralSharing: false, // a changed answer is another one: comparing thousands of seats gains nothing
    refetchInterval: polled ? pollMs : false,
    enabled,
  });
  return { ...query, data: data?.value };
}

/** Where the seats of a plan stand: never another answer for the same plan. */
export function usePlanSeats(planId: string | null | undefined) {
  const provider = useDataProvider<PlacetDataProvider>();
  return useQuery({
    queryKey: ['plan-seats', planId],
    queryFn: () => provider.ask<SeatColumns>(`/seat-plans/${planId}/seats`),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: typeof planId === 'string',
  });
}
