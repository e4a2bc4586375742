import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { ToneChip } from '../frame/ToneChip.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { seasonKind } from './season-record.ts';

/** Whether options may be requested in a season. */
export function SeasonChip({ open }: { open: boolean }) {
  const text = useText();
  return open ? (
    <ToneChip tone="success" label={text('settings.season.open')} />
  ) : (
    <ToneChip tone="neutral" label={text('settings.season.closed')} />
  );
}

/** The seasons, latest first. */
export function SeasonList() {
  const format = useFormat();
  return (
    <RecordList
      kind={seasonKind}
      sort={{ field: 'startsOn', order: 'DESC' }}
      filter={useOrganisationFilter()}
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        { field: 'startsOn', render: ({ startsOn }) => format.day(startsOn), sortable: true, card: true },
        { field: 'endsOn', render: ({ endsOn }) => format.day(endsOn), sortable: true },
        { field: 'open', render: ({ open }) => <SeasonChip open={open} />, card: true },
      ]}
    />
  );
}
