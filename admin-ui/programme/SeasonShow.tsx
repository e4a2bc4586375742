import type { Fact } from '../frame/Facts.tsx';
import { PartsTable } from '../frame/records/PartsTable.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { activityKind } from './activity-record.ts';
import { eventKind } from './event-record.ts';
import { SeasonChip } from './SeasonList.tsx';
import { type SeasonRecord, seasonKind } from './season-record.ts';

function useFacts(season: SeasonRecord): readonly Fact[] {
  const format = useFormat();
  const label = useFieldLabel();
  return [
    { label: label('code'), value: season.code },
    { label: label('startsOn'), value: format.day(season.startsOn) },
    { label: label('endsOn'), value: format.day(season.endsOn) },
    { label: label('organisationId'), value: useOrganisationName(season.organisationId) },
  ];
}

function Parts({ season }: { season: SeasonRecord }) {
  const text = useText();
  const label = useFieldLabel();
  return (
    <>
      <PartsTable
        kind={activityKind}
        title={text('settings.lists.activities')}
        empty={text('settings.lists.activitiesEmpty')}
        filter={{ seasonId: season.id }}
        columns={[
          { label: label('code'), render: ({ code }) => code },
          {
            label: label('seatOptionsAllowed'),
            render: ({ seatOptionsAllowed }) =>
              text(seatOptionsAllowed ? 'settings.common.yes' : 'settings.common.no'),
          },
          {
            label: label('endPolicy'),
            render: ({ endPolicy }) => text(`settings.activity.policy.${endPolicy}`),
            wideOnly: true,
          },
        ]}
      />
      <PartsTable
        kind={eventKind}
        title={text('settings.lists.events')}
        empty={text('settings.lists.eventsEmpty')}
        filter={{ seasonId: season.id }}
        columns={[{ label: label('code'), render: ({ code }) => code }]}
      />
    </>
  );
}

/** A season: its activities and its events. */
export function SeasonShow() {
  return (
    <RecordShow
      kind={seasonKind}
      useFacts={useFacts}
      mark={({ open }) => <SeasonChip open={open} />}
      parts={(season) => <Parts season={season} />}
    />
  );
}
