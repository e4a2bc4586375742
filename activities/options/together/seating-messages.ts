import type { MassGrant, MassPlaced, MassUnplaced, MassWish } from '../../../rules/seating/mass-wish.ts';
import type { NamedSeat } from '../../../rules/stock/named-seat.ts';

/** What the process that seats a list is told, piece by piece so that no single message is long to write. */
export type ToSeating =
  | { kind: 'hall'; performanceId: string; seats: string }
  | { kind: 'wishes'; wishes: readonly MassWish[] }
  | {
      kind: 'place';
      free: ReadonlyMap<string, number>;
      spare: ReadonlyMap<string, number>;
      limits: ReadonlyMap<string, number>;
    }
  | { kind: 'more' };

/** A grant with its seats named. */
export type SeatedGrant = Omit<MassGrant, 'seatIds'> & { seats: NamedSeat[] | null };
export type SeatedOption = Omit<MassPlaced, 'grants'> & { grants: SeatedGrant[] };

/** One piece of the answer, each asked for: the process answers when it is ready, and nothing arrives in a heap. */
export interface FromSeating {
  placed: SeatedOption[];
  unplaced: readonly MassUnplaced[];
  filled: number;
  bound: number;
  last: boolean;
}
