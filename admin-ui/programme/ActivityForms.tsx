import { Typography } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { NumberEntry } from '../frame/inputs/NumberEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { useText } from '../messages/use-text.ts';
import { DeadlineInputs } from '../organisation/DeadlineInputs.tsx';
import { type ActivityRecord, activityKind, usualActivity } from './activity-record.ts';

function Overbooking() {
  const text = useText();
  const allowed = useWatch<ActivityRecord, 'overbookingAllowed'>({ name: 'overbookingAllowed' });
  return (
    <>
      <SwitchEntry
        field="overbookingAllowed"
        help={text(allowed ? 'settings.activity.overbookingOn' : 'settings.activity.overbookingOff')}
      />
      {allowed && (
        <FormRow>
          <NumberEntry
            field="overbookingPercent"
            required
            max={100}
            unit="%"
            help={text('settings.activity.percentHelp')}
          />
          <ChoiceEntry
            field="overbookingBasis"
            required
            choices={[
              { id: 'quota', name: text('settings.activity.basis.quota') },
              { id: 'capacity', name: text('settings.activity.basis.capacity') },
            ]}
          />
        </FormRow>
      )}
    </>
  );
}

/** The five parameters of the seat options of an activity, each explained by what it does as it is set. */
function Parameters() {
  const text = useText();
  const allowed = useWatch<ActivityRecord, 'seatOptionsAllowed'>({ name: 'seatOptionsAllowed' });
  const deducts = useWatch<ActivityRecord, 'deductsAvailability'>({ name: 'deductsAvailability' });
  const policy = useWatch<ActivityRecord, 'endPolicy'>({ name: 'endPolicy' });
  return (
    <FormSection title={text('settings.activity.parameters')} intro={text('settings.activity.intro')}>
      <SwitchEntry
        field="seatOptionsAllowed"
        help={text(
          allowed ? 'settings.activity.seatOptionsAllowedOn' : 'settings.activity.seatOptionsAllowedOff',
        )}
      />
      <SwitchEntry
        field="deductsAvailability"
        help={text(deducts ? 'settings.activity.deductsOn' : 'settings.activity.deductsOff')}
      />
      <Overbooking />
      <FormRow>
        <NumberEntry
          field="confirmationDaysAfterPlacement"
          max={366}
          unit={text('settings.common.daysUnit')}
          help={text('settings.activity.afterHelp')}
        />
        <NumberEntry
          field="confirmationDaysBeforePerformance"
          max={366}
          unit={text('settings.common.daysUnit')}
          help={text('settings.activity.beforeHelp')}
        />
      </FormRow>
      <Typography variant="body2" color="text.secondary">
        {text('settings.activity.neither')}
      </Typography>
      <ChoiceEntry
        field="endPolicy"
        inline
        required
        help={text(`settings.activity.policyHelp.${policy === 'release' ? 'release' : 'flag'}`)}
        choices={[
          { id: 'flag', name: text('settings.activity.policy.flag') },
          { id: 'release', name: text('settings.activity.policy.release') },
        ]}
      />
      <NumberEntry
        field="graceHours"
        required
        max={720}
        unit={text('settings.common.hoursUnit')}
        help={text('settings.activity.graceHelp')}
      />
    </FormSection>
  );
}

function ActivityInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <>
      <FormSection title={text('settings.common.facts')}>
        <NameEntry autoFocus={!made} />
        <FormRow>
          <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
          <ReferenceEntry
            field="seasonId"
            resource="seasons"
            required
            disabled={made}
            {...(made ? { help: text('settings.help.noFixed') } : {})}
          />
        </FormRow>
      </FormSection>
      <Parameters />
      <DeadlineInputs own="activity" />
    </>
  );
}

/** A new activity of a season. */
export function ActivityCreate() {
  return (
    <RecordCreate kind={activityKind} defaults={usualActivity}>
      <ActivityInputs />
    </RecordCreate>
  );
}

/** Changes an activity. */
export function ActivityEdit() {
  return (
    <RecordEdit kind={activityKind}>
      <ActivityInputs made />
    </RecordEdit>
  );
}
