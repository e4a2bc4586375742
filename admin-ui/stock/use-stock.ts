import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useGetList } from 'react-admin';
import {
  isContingentStock,
  type Price,
  type SeatCategory,
  type StockRow,
} from '../performances/performance-record.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';

/**
 * The stock of a performance, row by row; asked again whenever something was placed or given back, and every so many
 * milliseconds where others work on it at the same time.
 */
export function useStock(performanceId: string | null | undefined, everyMs: number | false = false) {
  const provider = useDataProvider<PlacetDataProvider>();
  return useQuery({
    queryKey: ['stock', performanceId],
    queryFn: () => provider.ask<StockRow[]>(`/performances/${performanceId}/stock`),
    enabled: typeof performanceId === 'string',
    refetchInterval: everyMs,
  });
}

/** The price grid of a performance, in cents. */
export function usePrices(performanceId: string | null | undefined) {
  const provider = useDataProvider<PlacetDataProvider>();
  return useQuery({
    queryKey: ['prices', performanceId],
    queryFn: () => provider.ask<Price[]>(`/performances/${performanceId}/prices`),
    enabled: typeof performanceId === 'string',
  });
}

/** The seat categories of a venue, best first. */
export function useSeatCategories(venueId: string | null | undefined) {
  return useGetList<SeatCategory>(
    'seat-categories',
    { filter: { venueId }, pagination: { page: 1, perPage: 200 }, sort: { field: 'rank', order: 'ASC' } },
    { enabled: typeof venueId === 'string' },
  );
}

export type FreeSeats = {
  /** What one contingent can give: a line is placed from one contingent. */
  most: number;
  contingents: readonly { id: string; name: string; free: number }[];
};

/** What is free in a category: by contingent, and the most that one of them can give. Null when nothing is open. */
export function freeIn(rows: readonly StockRow[], seatCategoryId: string): FreeSeats | null {
  const open = rows.filter(isContingentStock).filter((row) => row.seatCategoryId === seatCategoryId);
  if (open.length === 0) return null;
  const contingents = open.map(({ contingentId, contingentName, free }) => ({
    id: contingentId,
    name: contingentName,
    free: Math.max(0, free),
  }));
  return { most: Math.max(...contingents.map(({ free }) => free)), contingents };
}
