import type { FreeSeats } from '../provider/problem.ts';

/** What places are free in: a category, with its event and its contingent where others of that name are told beside it. */
export function freeName(row: FreeSeats, rows: readonly FreeSeats[]): string | null {
  const alike = rows.filter(({ seatCategoryName }) => seatCategoryName === row.seatCategoryName);
  const here = alike.filter(({ performanceId }) => performanceId === row.performanceId);
  const told = [
    row.seatCategoryName,
    here.length < alike.length ? row.eventName : null,
    here.length > 1 ? row.contingentName : null,
  ].filter((part) => part !== null);
  return told.length === 0 ? null : told.join(' – ');
}
