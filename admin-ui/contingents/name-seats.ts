import type { TemplateShare } from '../../rules/stock/plan-template.ts';

/** A seat of a configuration; one without category is not sold. */
export type NamedSeat = { id: string; seatCategoryId: string | null };

/**
 * Shares of a template after seats were given to a contingent, or back to the rest (null). A seat stands in one share at
 * most; the share of a category that was an amount becomes the seats that are named, and one without a seat left goes.
 */
export function nameSeats(
  shares: readonly TemplateShare[],
  seats: readonly NamedSeat[],
  contingentId: string | null,
): TemplateShare[] {
  const moved = new Set(seats.map(({ id }) => id));
  const next = shares.map((share) =>
    share.seatIds === null ? share : { ...share, seatIds: share.seatIds.filter((id) => !moved.has(id)) },
  );
  if (contingentId !== null)
    for (const [seatCategoryId, group] of Map.groupBy(seats, (seat) => seat.seatCategoryId)) {
      if (seatCategoryId === null) continue;
      const at = next.findIndex(
        (share) => share.seatCategoryId === seatCategoryId && share.contingentId === contingentId,
      );
      const seatIds = [...(next[at]?.seatIds ?? []), ...group.map(({ id }) => id)];
      const share = { seatCategoryId, contingentId, quantity: null, percent: null, seatIds };
      next.splice(at < 0 ? next.length : at, at < 0 ? 0 : 1, share);
    }
  return next.filter(({ seatIds }) => seatIds === null || seatIds.length > 0);
}
