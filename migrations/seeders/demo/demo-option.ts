import type { PaymentMeans } from '../../../rules/orders/basket-life.ts';

/** One thing done to an option, on a day (negative is past) at a time of the house's clock. Time does the rest. */
export interface DemoStep {
  verb: DemoVerb;
  day: number;
  time: string;
  /** E-mail of the operator who does it. */
  operator: string;
  reason?: string;
  /** Of a placement: so many places fewer than asked for, on the first line. */
  fewer?: number;
  /** Of a placement: what is not granted waits as an option of its own. */
  rest?: 'wait';
  /** The day at whose end the contact agreed to answer, or to pay. */
  agreedDay?: number;
  /** Of a validation: its order is insured. */
  insured?: boolean;
  /** Of a payment written down by hand. */
  means?: PaymentMeans;
}

export type DemoVerb =
  | 'place'
  | 'refuse'
  | 'confirm'
  | 'confirm-refusal'
  | 'cancel-refusal'
  | 'cancel-confirmation'
  | 'withdraw'
  | 'lapse'
  | 'wait'
  | 'leave-waiting'
  | 'extend'
  | 'firm'
  | 'cancel'
  | 'reinstate'
  /** The order is resumed into a basket, and paid for there. */
  | 'pay'
  /** The order is resumed, and the basket abandoned. */
  | 'abandon'
  /** It is linked with the option that is told before it. */
  | 'link-twin';

/** An option of the demo, from its request to where it stands on the first day. */
export interface DemoOption {
  /** Name of the contact. */
  contact: string;
  wish: DemoSeats | DemoUnits;
  origin: 'request' | 'direct';
  day: number;
  time: string;
  operator: string;
  remark: string | null;
  internalRemark: string | null;
  steps: DemoStep[];
}

/** Seats that are asked for. */
export interface DemoSeats {
  /** External id of the performance, and of the fallback dates. */
  performance: string;
  fallbacks: string[];
  lines: DemoLine[];
  acceptsUpgrade: boolean;
}

/** Units of a product that are asked for. */
export interface DemoUnits {
  /** Code of the product. */
  product: string;
  units: number;
  /** Where its lines are had, by their names: a performance or a slot; null where there is no choice. */
  at: Readonly<Record<string, string | null>>;
}

export interface DemoLine {
  category: string;
  quantity: number;
  minimum: number | null;
  /** `CATEGORY/SUBCATEGORY`; null: the price of options. */
  subcategory: string | null;
}
