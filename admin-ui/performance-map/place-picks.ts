import type { z } from 'zod';
import type { LineProposalsBody } from '../../api/options/schema.ts';
import { holderAt, stockAt } from './seat-states.ts';
import type { PerformanceSeats } from './use-performance-seats.ts';

/** The ways to seat one line, as the API proposes them. */
export type LineProposals = z.output<typeof LineProposalsBody>;

/** What is chosen for a line: a proposal, or seats of one's own. */
export type Pick = { proposal: number } | { seats: ReadonlySet<number> };

/** What is chosen at first: the best proposal, or nothing. */
export function firstPick({ proposals }: LineProposals): Pick {
  return proposals.length > 0 ? { proposal: 0 } : { seats: new Set() };
}

/** The seats of a pick, by their place in the plan. */
export function seatsOfPick(line: LineProposals, pick: Pick, seatAt: ReadonlyMap<string, number>): number[] {
  if ('seats' in pick) return [...pick.seats];
  return (line.proposals[pick.proposal]?.seats ?? []).flatMap(({ id }) => seatAt.get(id) ?? []);
}

/**
 * Seats that may be chosen for an option: free ones and its own, of the category asked for, or where an upgrade is accepted
 * of that of the first one: a line is placed in one category.
 */
export function seatsToHave(
  told: PerformanceSeats,
  seats: Iterable<number>,
  { optionId, seatCategoryId, upgrade }: { optionId: string; seatCategoryId: string; upgrade: boolean },
): number[] {
  const free = [...seats].filter((seat) => {
    const holder = holderAt(told, seat);
    const isFree = holder === undefined || (holder.type === 'option' && holder.id === optionId);
    return isFree && stockAt(told, seat) !== undefined;
  });
  const categoryOf = (seat: number | undefined) => stockAt(told, seat ?? -1)?.seatCategoryId;
  const category = upgrade ? categoryOf(free[0]) : seatCategoryId;
  return free.filter((seat) => categoryOf(seat) === category);
}
