import type { optionOutcome, SoldPart } from '../../rules/orders/plan-sale.ts';
import type { Decided } from '../options/decide-option.ts';
import type { GrantedPlaces } from '../options/option-lines.ts';

/** An option of a basket with what is sold of its places, and what that makes of it. */
export interface SoldOption {
  decided: Decided;
  parts: readonly SoldPart<GrantedPlaces>[];
  outcome: ReturnType<typeof optionOutcome>;
}

/** What is left of places: under a claim of its own beside the sold one, or under the whole claim when nothing of it was sold. */
export interface RestClaim {
  part: SoldPart<GrantedPlaces>;
  claimId: string;
}
