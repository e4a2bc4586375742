import type { Reason } from '../../rules/messages/reason.ts';
import type { OptionState, RefusedFrom } from '../../rules/options/life.ts';
import type { OptionKind } from '../../rules/options/rights.ts';
import type { TwinProposal } from '../../rules/options/twins.ts';
import type { NamedSeat } from '../../rules/stock/named-seat.ts';

/** Places granted on a line. */
export interface PlacedPlaces {
  id: string;
  performanceId: string;
  seatCategoryId: string;
  contingentId: string;
  audienceSubcategoryId: string | null;
  quantity: number;
  takesStock: boolean;
  priceCents: number | null;
  /** Numbered seats named for the places; what exceeds them is a quantity without seat. */
  seats: readonly NamedSeat[] | null;
}

/** What was asked for in one seat category, and beside it what was granted. Of a product, by which of its lines. */
export interface AnsweredLine {
  id: string;
  performanceId: string;
  productLineId: string | null;
  seatCategoryId: string;
  audienceSubcategoryId: string | null;
  requestedQuantity: number;
  minimumQuantity: number | null;
  placed: PlacedPlaces[];
}

/** What every option verb answers: the option as it stands after it. Money in cents, instants ISO in UTC. */
export interface OptionAnswer {
  id: string;
  organisationId: string;
  number: number;
  kind: OptionKind;
  /** The product it is on, and how many units were asked for. */
  product: { id: string; quantity: number } | null;
  /** Its twin, and what this verb proposes to do with it: null when nothing. */
  twin: TwinProposal | null;
  state: OptionState;
  refusedFrom: RefusedFrom | null;
  /** The state it last lapsed from; answers kept from before have none. */
  lapsedFrom?: OptionState | null;
  version: number;
  lines: AnsweredLine[];
  confirmationDueAt: string | null;
  confirmationDueRule: string | null;
  paymentDueAt: string | null;
  orderId: string | null;
  /** The basket it is in while that is open. Answers kept from before baskets have none. */
  basketId?: string | null;
  /** The start after which the option is past, and the zone it is told in. */
  firstPerformanceStartsAt: string;
  timeZone: string;
  /** Warnings that were overridden on the way. */
  warnings: Reason[];
  /** The clock of the verb. */
  at: string;
}
