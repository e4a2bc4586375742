import type { Fact } from '../frame/Facts.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import type { OwnDeadlines } from './deadline-record.ts';

/** How deadlines run, in words; what a record says nothing about is as its organisation has it. */
export function useDeadlineFacts(of: OwnDeadlines, own: 'organisation' | 'activity'): readonly Fact[] {
  const text = useText();
  const label = useFieldLabel();
  const inherited = text('settings.deadlines.inherited');
  const { dueDays, publicHolidays, weekendShift, minimumNoticeHours, reminderDays, paymentPolicy } = of;
  return [
    {
      label: label('dueDays'),
      value: dueDays === null ? inherited : text(`settings.deadlines.dueDays.${dueDays}`),
    },
    {
      label: label('weekendShift'),
      value: weekendShift === null ? inherited : text(`settings.deadlines.weekendShift.${weekendShift}`),
    },
    {
      label: label('publicHolidays'),
      value:
        publicHolidays === null ? inherited : text(`settings.deadlines.publicHolidays.${publicHolidays}`),
    },
    {
      label: label('minimumNoticeHours'),
      value:
        minimumNoticeHours === null
          ? inherited
          : text('settings.common.hours', { count: minimumNoticeHours }),
    },
    {
      label: label('reminderDays'),
      value:
        reminderDays === null
          ? inherited
          : reminderDays.length === 0
            ? text('settings.deadlines.noReminder')
            : text('settings.deadlines.reminderList', { days: reminderDays.join(', ') }),
    },
    {
      label: label('paymentPolicy'),
      value: paymentPolicy === null ? inherited : text(`settings.deadlines.payment.${paymentPolicy}`),
    },
    {
      label: label('refusalDays'),
      value:
        of.refusalDays === null
          ? own === 'activity'
            ? inherited
            : text('settings.deadlines.refusalAtStart')
          : text('settings.common.days', { count: of.refusalDays }),
    },
  ];
}
