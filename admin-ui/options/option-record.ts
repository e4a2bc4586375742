import { holdsStock, type OptionState, type OptionVerb } from '../../rules/options/life.ts';
import type { ProblemReason } from '../provider/problem.ts';

/** One option as a row of a list. Instants are UTC; `timeZone` is the venue's. */
export type OptionRow = {
  id: string;
  number: number;
  version: number;
  state: OptionState;
  contactId: string;
  contactName: string;
  contactNumber: number;
  provenance: string | null;
  structureName: string | null;
  organisationId: string;
  channelId: string;
  channelName: string;
  performanceId: string;
  eventName: string;
  eventCode: string;
  startsAt: string;
  timeZone: string;
  venueName: string;
  position: number | null;
  requestedQuantity: number;
  placedQuantity: number;
  confirmationDueAt: string | null;
  overdue: boolean;
  orderId: string | null;
  requestedAt: string;
};

export type OptionChoice = {
  rank: number;
  performanceId: string;
  eventName: string;
  startsAt: string;
  timeZone: string;
};

export type PlacedSeats = {
  id: string;
  performanceId: string;
  seatCategoryId: string;
  seatCategoryCode: string;
  contingentId: string;
  contingentName: string;
  quantity: number;
  priceCents: number | null;
  takesStock: boolean;
};

export type OptionLine = {
  id: string;
  seatCategoryId: string;
  seatCategoryCode: string;
  seatCategoryName: string;
  audienceSubcategoryId: string | null;
  audienceSubcategoryName: string | null;
  requestedQuantity: number;
  minimumQuantity: number | null;
  placed: PlacedSeats[];
};

/** What the operator may do now; verbs they have no right for are absent. */
export type AllowedAction = { verb: OptionVerb; allowed: boolean; reasons: ProblemReason[] };

/** One option in full, as its page and every verb's answer show it. */
export type OptionRecord = OptionRow & {
  contact: { id: string; name: string; number: number; email: string | null } | null;
  choices: OptionChoice[];
  lines: OptionLine[];
  remark: string | null;
  internalRemark: string | null;
  acceptsUpgrade: boolean;
  confirmationDueRule: string | null;
  paymentDueAt: string | null;
  orderNumber: number | null;
  allowedActions: AllowedAction[];
};

/** Whether the option's due date is still awaited: seats are held for it and nobody confirmed yet. */
export function awaitsConfirmation(option: OptionRow): boolean {
  return holdsStock(option.state) === 'held';
}
