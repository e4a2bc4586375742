import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { ToneChip } from '../frame/ToneChip.tsx';
import { useText } from '../messages/use-text.ts';
import { channelKind } from './channel-record.ts';

/** Whether requests may come in through a channel. */
export function ChannelChip({ active }: { active: boolean }) {
  const text = useText();
  return active ? (
    <ToneChip tone="success" label={text('settings.channel.open')} />
  ) : (
    <ToneChip tone="neutral" label={text('settings.channel.closed')} />
  );
}

/** The sales channels. */
export function ChannelList() {
  const text = useText();
  return (
    <RecordList
      kind={channelKind}
      filter={useOrganisationFilter()}
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        {
          field: 'kind',
          render: ({ kind }) => text(`settings.channelKind.${kind}`),
          sortable: true,
          card: true,
        },
        { field: 'active', render: ({ active }) => <ChannelChip active={active} />, card: true },
      ]}
    />
  );
}
