import type { SeatMaps } from './proposals.ts';
import type { SeatReason } from './reasons.ts';
import type { SeatSettings } from './wish.ts';

/** A stock row an option may be drawn from, on one date. */
export type MassRoom = Readonly<{
  stockId: string;
  contingentId: string;
  seatCategoryId: string;
  /** Lowest is drawn first. */
  rank: number;
}>;

/** A line of an option on one date. */
export type MassLine = Readonly<{
  lineId: string;
  quantity: number;
  seatCategoryId: string;
  /** *Surclassement*: the categories immediately above which the whole line may have; empty where there is none. */
  above: readonly string[];
}>;

/** What an option takes of a limit: the limit's name, and places. */
export type LimitShare = Readonly<{ limit: string; quantity: number }>;

/** A date an option may be placed on, with all that it may take there. */
export type MassDate = Readonly<{
  performanceId: string;
  /** 0 = first choice. */
  choice: number;
  lines: readonly MassLine[];
  rooms: readonly MassRoom[];
  /** Tentative places take no stock and no seat. */
  takesStock: boolean;
  limits: readonly LimitShare[];
}>;

/** One option of the list. */
export type MassWish = Readonly<{
  id: string;
  /** Whoever asked first has the lower number; of equal answers that of the lower numbers is taken. */
  number: number;
  /** Of all its lines. */
  quantity: number;
  /** What its channel allows, best first: the next is asked where the one before leaves nothing. */
  settings: readonly SeatSettings[];
  /** In the order of its choices; those the rules forbid are left out. */
  dates: readonly MassDate[];
}>;

/** What there is to take. A performance without a map is by quantity. */
export type MassStock = Readonly<{
  maps: SeatMaps;
  /** Free places of each stock row. */
  free: ReadonlyMap<string, number>;
  /** What the pool of a category still lends, by `performance/category`; none where it has no pool. */
  spare: ReadonlyMap<string, number>;
  /** Places left under each limit. */
  limits: ReadonlyMap<string, number>;
}>;

/** What one line would be given. */
export type MassGrant = Readonly<{
  lineId: string;
  quantity: number;
  seatCategoryId: string;
  /** By quantity, where it is drawn from; null where seats say so. */
  contingentId: string | null;
  seatIds: readonly string[] | null;
}>;

/** What one option would be given, and why so. */
export type MassPlaced = Readonly<{
  id: string;
  performanceId: string;
  choice: number;
  grants: readonly MassGrant[];
  upgraded: boolean;
  reasons: readonly SeatReason[];
}>;

/** Why an option finds no place, date by date. */
export type MassUnplaced = Readonly<{
  id: string;
  left: readonly Readonly<{ performanceId: string; reasons: readonly SeatReason[] }>[];
}>;

/** What would be placed: nothing is taken yet. */
export type MassPlacement = Readonly<{
  /** In the order of the numbers. */
  placed: readonly MassPlaced[];
  unplaced: readonly MassUnplaced[];
  /** Places filled. */
  filled: number;
  /** No placement can fill more than this. */
  bound: number;
}>;

/** How a pool is named. */
export function poolOf(performanceId: string, seatCategoryId: string): string {
  return `${performanceId}/${seatCategoryId}`;
}
