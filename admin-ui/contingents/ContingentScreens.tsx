import { Alert, Box, Link as MuiLink } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import type { ChannelRecord } from '../channels/channel-record.ts';
import { type Fact, Section } from '../frame/Facts.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { OrganisationEntry } from '../frame/inputs/OrganisationEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { type ContingentRecord, contingentKind } from './contingent-record.ts';

/** The channels that draw from each contingent, with its place in their order. */
function useDrawing(): (contingentId: string) => { channel: ChannelRecord; place: number }[] {
  const mayRead = useRight('channels.channels:read');
  const { data: channels = [] } = useGetList<ChannelRecord>(
    'sales-channels',
    { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' } },
    { enabled: mayRead },
  );
  return (contingentId) =>
    channels.flatMap((channel) => {
      const index = channel.contingents.findIndex((draw) => draw.contingentId === contingentId);
      return index < 0 ? [] : [{ channel, place: index + 1 }];
    });
}

function useFacts(contingent: ContingentRecord): readonly Fact[] {
  const text = useText();
  const label = useFieldLabel();
  return [
    { label: label('code'), value: contingent.code },
    {
      label: label('external'),
      value: text(contingent.external ? 'settings.common.yes' : 'settings.common.no'),
    },
    { label: label('organisationId'), value: useOrganisationName(contingent.organisationId ?? '') },
  ];
}

function Channels({ contingent }: { contingent: ContingentRecord }) {
  const text = useText();
  const drawing = useDrawing()(contingent.id);
  return (
    <Section title={text('settings.contingent.drawnBy')}>
      {drawing.length === 0 ? (
        <Alert severity="info">{text('settings.contingent.nobody')}</Alert>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {drawing.map(({ channel, place }) => (
            <li key={channel.id}>
              <MuiLink component={Link} to={pageOf('sales-channels', channel.id)}>
                {text('settings.contingent.drawn', { channel: channel.name, rank: place })}
              </MuiLink>
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}

function ContingentInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <NameEntry autoFocus={!made} />
      <FormRow>
        <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
        <OrganisationEntry fixed={made} shared />
      </FormRow>
      <SwitchEntry field="external" help={text('settings.help.external')} />
    </FormSection>
  );
}

/** The contingents, with the channels that draw from them and in which order. */
export function ContingentList() {
  const text = useText();
  const drawing = useDrawing();
  return (
    <RecordList
      kind={contingentKind}
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        {
          field: 'contingents',
          label: text('settings.contingent.drawnBy'),
          render: ({ id }) =>
            drawing(id)
              .map(({ channel, place }) =>
                text('settings.contingent.drawn', { channel: channel.name, rank: place }),
              )
              .join(', ') || text('settings.common.nothing'),
          card: true,
        },
        {
          field: 'external',
          render: ({ external }) => text(external ? 'settings.common.yes' : 'settings.common.no'),
        },
      ]}
    />
  );
}

/** A contingent and the channels that draw from it. */
export function ContingentShow() {
  return (
    <RecordShow
      kind={contingentKind}
      useFacts={useFacts}
      parts={(contingent) => <Channels contingent={contingent} />}
    />
  );
}

const usualContingent = { external: false };

/** A new contingent. */
export function ContingentCreate() {
  return (
    <RecordCreate kind={contingentKind} defaults={usualContingent}>
      <ContingentInputs />
    </RecordCreate>
  );
}

/** Changes a contingent. */
export function ContingentEdit() {
  return (
    <RecordEdit kind={contingentKind}>
      <ContingentInputs made />
    </RecordEdit>
  );
}
