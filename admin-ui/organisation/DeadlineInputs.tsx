import { holidayCalendars } from '../../rules/options/public-holidays.ts';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { DaysEntry } from '../frame/inputs/DaysEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NumberEntry } from '../frame/inputs/NumberEntry.tsx';
import { useText } from '../messages/use-text.ts';

/** How the deadlines of options run: of an organisation, or of an activity that may leave everything as its organisation. */
export function DeadlineInputs({ own }: { own: 'organisation' | 'activity' }) {
  const text = useText();
  const inherits = own === 'activity';
  const whole = inherits ? { empty: text('settings.deadlines.inherited') } : { required: true };
  return (
    <FormSection title={text('settings.deadlines.title')} intro={text(`settings.deadlines.intro.${own}`)}>
      <FormRow>
        <ChoiceEntry
          field="dueDays"
          {...whole}
          help={text('settings.deadlines.dueDaysHelp')}
          choices={(['calendar', 'working'] as const).map((id) => ({
            id,
            name: text(`settings.deadlines.dueDays.${id}`),
          }))}
        />
        <ChoiceEntry
          field="weekendShift"
          {...whole}
          help={text('settings.deadlines.weekendShiftHelp')}
          choices={(['none', 'next', 'previous'] as const).map((id) => ({
            id,
            name: text(`settings.deadlines.weekendShift.${id}`),
          }))}
        />
      </FormRow>
      <FormRow>
        <ChoiceEntry
          field="publicHolidays"
          {...whole}
          help={text('settings.deadlines.publicHolidaysHelp')}
          choices={holidayCalendars.map((id) => ({
            id,
            name: text(`settings.deadlines.publicHolidays.${id}`),
          }))}
        />
        <NumberEntry
          field="minimumNoticeHours"
          required={!inherits}
          max={720}
          unit={text('settings.common.hoursUnit')}
          help={text('settings.deadlines.noticeHelp')}
        />
      </FormRow>
      <DaysEntry field="reminderDays" help={text(`settings.deadlines.reminderHelp.${own}`)} />
      <FormRow>
        <ChoiceEntry
          field="paymentPolicy"
          {...whole}
          help={text('settings.deadlines.paymentHelp')}
          choices={(['flag', 'release'] as const).map((id) => ({
            id,
            name: text(`settings.deadlines.payment.${id}`),
          }))}
        />
        <NumberEntry
          field="refusalDays"
          max={366}
          unit={text('settings.common.daysUnit')}
          help={text(`settings.deadlines.refusalHelp.${own}`)}
        />
      </FormRow>
    </FormSection>
  );
}
