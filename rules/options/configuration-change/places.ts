import type { NamedSeat } from '../../stock/named-seat.ts';
import type { Overbooking } from '../../stock/pool.ts';
import type { OptionState, RefusedFrom } from '../life.ts';

/** Places that are taken on the performance: a live claim, with the seats named for them. */
export interface TakenPlaces {
  id: string;
  /** `other`: of an option out of the reach of whoever asks; it stays as it is, or the change is refused. */
  source: 'option' | 'block' | 'sale' | 'other';
  /** Null: not an option's. */
  optionId: string | null;
  lineId: string | null;
  seatCategoryId: string;
  contingentId: string;
  quantity: number;
  counter: 'held' | 'ordered' | 'sold' | 'blocked' | 'allotted' | 'recalling';
  takesStock: boolean;
  seats: readonly NamedSeat[] | null;
}

/** An option of the performance. */
export interface SeatedOption {
  id: string;
  state: OptionState;
  refusedFrom: RefusedFrom | null;
  number: number;
  placedAt: string | null;
  /** Contingents its channel may draw from. */
  contingentIds: readonly string[];
  /** Categories it asks for on this performance. */
  askedCategoryIds: readonly string[];
}

/** A seat as it stands in the hall; `key` is the same for the same seat in all revisions of its plan. */
interface KnownSeat extends NamedSeat {
  key: string;
  seatCategoryId: string;
  wheelchair: boolean;
  companion: boolean;
}

/** A seat the performance has now. */
export interface FormerSeat extends KnownSeat {
  contingentId: string;
}

/** A seat of the configuration it takes. */
export interface NewSeat extends KnownSeat {
  categoryRank: number;
  rowOrder: number;
  place: number;
  run: number;
  x: number;
  y: number;
  restrictedView: boolean;
}

/** A performance about to take another configuration: what it has and who has it, and what it will have. */
export interface ConfigurationChange {
  /** Whether the new configuration has numbered seats. */
  numbered: boolean;
  categories: readonly { seatCategoryId: string; capacity: number }[];
  /** Empty where it has none. */
  seats: readonly NewSeat[];
  /** Empty where the performance has none open. */
  formerSeats: readonly FormerSeat[];
  formerRows: readonly { seatCategoryId: string; contingentId: string; capacity: number }[];
  claims: readonly TakenPlaces[];
  options: readonly SeatedOption[];
  overbooking: Overbooking | null;
}

/**
 * What becomes of the places of an option: `none` held; `kept` as they are; `reseated`; `seated` where there were no
 * numbers; `unnumbered` where there are none any more; `unfit`: there is no room for them.
 */
export const placesFates = ['none', 'kept', 'reseated', 'seated', 'unnumbered', 'unfit'] as const;
export type PlacesFate = (typeof placesFates)[number];

/** Why places do not fit: their category is gone, has not so many free, or not in one piece of seats. */
export interface Unfit {
  code: 'category' | 'room' | 'seats';
  quantity: number;
  free: number;
}

/** What becomes of the places of one option. */
export interface OptionPlaces {
  id: string;
  fate: PlacesFate;
  places: number;
  seatsBefore: NamedSeat[];
  seatsAfter: NamedSeat[];
  unfit: Unfit | null;
  /** True when a category it asks for is not there any more. */
  askedGone: boolean;
}

/** A part of a claim in one stock row. */
export interface ClaimPart {
  seatCategoryId: string;
  contingentId: string;
  quantity: number;
  seats: readonly NamedSeat[] | null;
}

/** A claim after the change: its parts, the first its own; none: it is released. */
export interface ClaimAfter {
  claim: TakenPlaces;
  parts: readonly ClaimPart[];
}

/** All that the change makes of the performance. */
export interface ConfigurationOutcome {
  options: readonly OptionPlaces[];
  claims: readonly ClaimAfter[];
  /** The seats with their contingents; empty where there are none. */
  seats: readonly { id: string; seatCategoryId: string; contingentId: string }[];
  rows: readonly {
    seatCategoryId: string;
    contingentId: string;
    capacity: number;
    overbooking: number;
    taken: number;
  }[];
  categories: readonly { seatCategoryId: string; capacity: number; pool: number; lent: number }[];
  blocks: { places: number; kept: number };
  /** Sales made elsewhere: `unseated` keep their place and lose their number, `unfit` have none. */
  sales: { places: number; unseated: number; unfit: number };
  /** Places of options out of reach that cannot stay as they are. */
  others: { unfit: number };
}

/** Whether the places weigh on the stock: tentative ones do not, and hold no seats. */
export function weighs({ takesStock, counter }: Pick<TakenPlaces, 'takesStock' | 'counter'>): boolean {
  return takesStock || counter !== 'held';
}

/** Whether they are promised for good, so that only the capacity covers them. */
export function isFirm({ counter }: Pick<TakenPlaces, 'counter'>): boolean {
  return counter !== 'held';
}
