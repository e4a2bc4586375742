import type { PlanLayout } from './plan-layout.ts';

/** One seat of a plan; see the table `seat` for the meaning of each field. */
export interface PlanSeat {
  guid: string;
  zone: string;
  /** Empty: the zone has no blocks. */
  block: string;
  rowLabel: string;
  rowOrder: number;
  number: string;
  place: number;
  run: number;
  x: number;
  y: number;
  category: string;
  wheelchair: boolean;
  companion: boolean;
  restrictedView: boolean;
  aisle: boolean;
}

/** A whole plan: its seats zone by zone, block by block, row by row from the front, left to right. */
export interface SeatPlanDraft {
  name: string;
  /** Centimetres. */
  width: number;
  height: number;
  layout: PlanLayout;
  seats: PlanSeat[];
}
