import { type ConfirmationDue, confirmationDueAt } from '../../rules/options/deadlines.ts';
import type { OptionRow } from './locked-option.ts';
import type { PerformanceFacts } from './performance-facts.ts';

/** An option that is placed, as far as its due date is concerned. */
interface DatedOption {
  origin: OptionRow['origin'];
  profilePaymentOn: string | null;
  /** The due date it already carries. */
  currentDueAt: string | null;
}

/** When the contact of an option placed at `placedAt` (instant, UTC) must have answered by, and the rule that says so. */
export function placementDue(
  placedAt: string,
  option: DatedOption,
  facts: PerformanceFacts,
  agreedAt: string | null,
): ConfirmationDue {
  return confirmationDueAt({
    placedAt,
    performanceStartsAt: facts.startsAt,
    timeZone: facts.timeZone,
    daysAfterPlacement: facts.daysAfterPlacement,
    daysBeforePerformance: facts.daysBeforePerformance,
    profilePaymentDate: option.origin === 'request' ? option.profilePaymentOn : null,
    channelDirectDate: option.origin === 'direct' ? facts.directOptionDueAt : null,
    agreedAt,
    currentDueAt: option.currentDueAt,
    settings: facts.deadlines,
  });
}
