import { paymentDueAt } from '../../rules/options/deadlines.ts';
import type { OptionRecord } from './option-record.ts';

/** When the order of an option validated at `now` (milliseconds) will have to be paid by, unless another date is agreed. */
export function usualPaymentDue(option: OptionRecord, now: number): string {
  return paymentDueAt({
    profilePaymentDate: option.origin === 'request' ? option.profilePaymentOn : null,
    confirmationDueAt: option.confirmationDueAt,
    confirmedAt: new Date(now).toISOString(),
    performanceStartsAt: option.startsAt,
    timeZone: option.timeZone,
    minimumNoticeHours: option.deadlines.minimumNoticeHours,
    agreedAt: null,
  }).dueAt;
}
