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

/** Seats that may be chosen for an option: free ones and its own, of the category asked for unless an upgrade is accepted. */
export function seatsToHave(
  told: PerformanceSeats,
  seats: Iterable<number>,
  { optionId, seatCategoryId, upgrade }: { optionId: string; seatCategoryId: string; upgrade: boolean },
): number[] {
  return [...seats].filter((seat) => {
    const stock = stockAt(told, seat);
    const holder = holderAt(told, seat);
    const free = holder === undefined || (holder.type === 'option' && holder.id === optionId);
    return free && stock !== undefined && (upgrade || stock.seatCategoryId === seatCategoryId);
  });
}
