import { Alert, Box } from '@mui/material';
import { type Fact, Section } from '../frame/Facts.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { ChannelChip } from './ChannelList.tsx';
import { type ChannelRecord, channelKind } from './channel-record.ts';

function useFacts(channel: ChannelRecord): readonly Fact[] {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  const { individualAudienceCategoryId, structureAudienceCategoryId, directOptionDueAt } = channel;
  return [
    { label: label('code'), value: channel.code },
    { label: label('kind'), value: text(`settings.channelKind.${channel.kind}`) },
    {
      label: label('individualAudienceCategoryId'),
      value: <RecordName resource="audience-categories" id={individualAudienceCategoryId} />,
    },
    {
      label: label('structureAudienceCategoryId'),
      value: <RecordName resource="audience-categories" id={structureAudienceCategoryId} />,
    },
    {
      label: label('directOptionDueAt'),
      value: directOptionDueAt === null ? null : format.instant(directOptionDueAt),
    },
    {
      label: text('settings.channel.isolatedSeats'),
      value: isolatedSeatsOf(channel, text),
    },
    {
      label: label('abandonDelayMinutes'),
      value: text('settings.channel.abandonDelay', { smart_count: channel.abandonDelayMinutes }),
    },
    { label: label('organisationId'), value: useOrganisationName(channel.organisationId) },
  ];
}

/** When the seats chosen for the channel may leave one alone. */
function isolatedSeatsOf(
  { isolatedSeatTrigger, isolatedSeatsAllowed }: ChannelRecord,
  text: ReturnType<typeof useText>,
): string {
  if (isolatedSeatsAllowed) return text('settings.channel.isolatedAlways');
  if (isolatedSeatTrigger === null) return text('settings.channel.isolatedUnavoidable');
  return text('settings.channel.isolatedBelow', { smart_count: isolatedSeatTrigger });
}

function Draws({ channel }: { channel: ChannelRecord }) {
  const text = useText();
  const label = useFieldLabel();
  return (
    <Section title={label('contingents')}>
      {channel.contingents.length === 0 ? (
        <Alert severity="warning">{text('settings.channel.noContingent')}</Alert>
      ) : (
        <Box component="ol" sx={{ m: 0, pl: 3 }}>
          {channel.contingents.map(({ contingentId }) => (
            <li key={contingentId}>
              <RecordName resource="contingents" id={contingentId} />
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}

/** A sales channel and what it draws from. */
export function ChannelShow() {
  return (
    <RecordShow
      kind={channelKind}
      useFacts={useFacts}
      mark={({ active }) => <ChannelChip active={active} />}
      parts={(channel) => <Draws channel={channel} />}
    />
  );
}
