import { useGetList } from 'react-admin';
import type { z } from 'zod';
import type { PerformanceGaugeBody } from '../../api/stock/schema.ts';
import { useRight } from '../provider/session.ts';

/** What a performance has and what is taken of it. */
export type Gauge = z.output<typeof PerformanceGaugeBody>;

/** The most performances looked at together. */
export const mostPerformances = 1_000;

/** What is taken of the performances a filter finds, by their ids; empty for those who may not read stock. */
export function useGauges(
  filter: Readonly<Record<string, unknown>>,
  enabled = true,
): ReadonlyMap<string, Gauge> {
  const mayRead = useRight('stock.stock:read');
  const { data = [] } = useGetList<Gauge>(
    'performance-gauges',
    {
      filter,
      pagination: { page: 1, perPage: mostPerformances },
      sort: { field: 'startsAt', order: 'ASC' },
    },
    { enabled: mayRead && enabled },
  );
  return new Map(data.map((gauge) => [gauge.id, gauge]));
}
