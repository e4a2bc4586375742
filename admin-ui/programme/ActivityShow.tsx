import { Stack, Typography } from '@mui/material';
import { type Fact, Facts, Section } from '../frame/Facts.tsx';
import { PartsTable } from '../frame/records/PartsTable.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { useDeadlineFacts } from '../organisation/use-deadline-facts.ts';
import { type ActivityRecord, activityKind } from './activity-record.ts';
import { eventKind } from './event-record.ts';

function useFacts(activity: ActivityRecord): readonly Fact[] {
  const label = useFieldLabel();
  return [
    { label: label('code'), value: activity.code },
    { label: label('seasonId'), value: <RecordName resource="seasons" id={activity.seasonId} /> },
  ];
}

function Parameter({ name, value, meaning }: { name: string; value: string; meaning: string }) {
  return (
    <div>
      <Typography component="dt" variant="subtitle2">
        {name}
        {' – '}
        {value}
      </Typography>
      <Typography component="dd" color="text.secondary" sx={{ m: 0 }}>
        {meaning}
      </Typography>
    </div>
  );
}

/** What the parameters of an activity come to, in words. */
function Parameters({ activity }: { activity: ActivityRecord }) {
  const text = useText();
  const label = useFieldLabel();
  const yes = (value: boolean) => text(value ? 'settings.common.yes' : 'settings.common.no');
  const days = (count: number | null) =>
    count === null ? text('settings.common.nothing') : text('settings.common.days', { count });
  const overbooked = activity.overbookingAllowed
    ? `${text('settings.common.percent', { count: activity.overbookingPercent })}, ${text(`settings.activity.basis.${activity.overbookingBasis}`)}`
    : yes(false);
  return (
    <Section title={text('settings.activity.parameters')}>
      <Stack component="dl" spacing={1.5} sx={{ m: 0 }}>
        <Parameter
          name={label('seatOptionsAllowed')}
          value={yes(activity.seatOptionsAllowed)}
          meaning={text(
            activity.seatOptionsAllowed
              ? 'settings.activity.seatOptionsAllowedOn'
              : 'settings.activity.seatOptionsAllowedOff',
          )}
        />
        <Parameter
          name={label('deductsAvailability')}
          value={yes(activity.deductsAvailability)}
          meaning={text(
            activity.deductsAvailability ? 'settings.activity.deductsOn' : 'settings.activity.deductsOff',
          )}
        />
        <Parameter
          name={label('overbookingAllowed')}
          value={overbooked}
          meaning={text(
            activity.overbookingAllowed
              ? 'settings.activity.overbookingOn'
              : 'settings.activity.overbookingOff',
          )}
        />
        <Parameter
          name={label('confirmationDaysAfterPlacement')}
          value={days(activity.confirmationDaysAfterPlacement)}
          meaning={text('settings.activity.afterHelp')}
        />
        <Parameter
          name={label('confirmationDaysBeforePerformance')}
          value={days(activity.confirmationDaysBeforePerformance)}
          meaning={text('settings.activity.beforeHelp')}
        />
        <Parameter
          name={label('endPolicy')}
          value={text(`settings.activity.policy.${activity.endPolicy}`)}
          meaning={text(`settings.activity.policyHelp.${activity.endPolicy}`)}
        />
        <Parameter
          name={label('graceHours')}
          value={text('settings.common.hours', { count: activity.graceHours })}
          meaning={text('settings.activity.graceHelp')}
        />
      </Stack>
    </Section>
  );
}

function Parts({ activity }: { activity: ActivityRecord }) {
  const text = useText();
  const label = useFieldLabel();
  return (
    <>
      <Parameters activity={activity} />
      <Section title={text('settings.deadlines.title')}>
        <Facts facts={useDeadlineFacts(activity, 'activity')} />
      </Section>
      <PartsTable
        kind={eventKind}
        title={text('settings.lists.events')}
        empty={text('settings.lists.eventsEmpty')}
        filter={{ activityId: activity.id }}
        defaults={{ seasonId: activity.seasonId }}
        columns={[{ label: label('code'), render: ({ code }) => code }]}
      />
    </>
  );
}

/** An activity: its parameters in words, and its events. */
export function ActivityShow() {
  return (
    <RecordShow kind={activityKind} useFacts={useFacts} parts={(activity) => <Parts activity={activity} />} />
  );
}
