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
  /** Of a placement: the day at whose end the contact agreed to answer. */
  agreedDay?: number;
}

export type DemoVerb =
  | 'place'
  | 'refuse'
  | 'confirm'
  | 'confirm-refusal'
  | 'cancel-refusal'
  | 'cancel-confirmation'
  | 'withdraw'
  | 'lapse';

/** An option of the demo, from its request to where it stands on the first day. */
export interface DemoOption {
  /** Name of the contact. */
  contact: string;
  /** External id of the performance, and of the fallback dates. */
  performance: string;
  fallbacks: string[];
  lines: DemoLine[];
  acceptsUpgrade: boolean;
  origin: 'request' | 'direct';
  day: number;
  time: string;
  operator: string;
  remark: string | null;
  internalRemark: string | null;
  steps: DemoStep[];
}

export interface DemoLine {
  category: string;
  quantity: number;
  minimum: number | null;
  /** `CATEGORY/SUBCATEGORY`; null: the price of options. */
  subcategory: string | null;
}
