import { useStock } from './use-stock.ts';

/** Names the seat categories of a performance in an answer that only gives their ids. */
export function useCategoryName(performanceId: string | null): (id: string) => string | undefined {
  const { data = [] } = useStock(performanceId === '' ? null : performanceId);
  return (id) => data.find(({ seatCategoryId }) => seatCategoryId === id)?.seatCategoryName;
}
