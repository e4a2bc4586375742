import AddIcon from '@mui/icons-material/Add';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataTable, TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { CardHead } from '../frame/CardHead.tsx';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { AcceptanceChip } from './AcceptanceChip.tsx';
import { AcceptanceQueues } from './AcceptanceQueues.tsx';
import { AcceptanceVerbs } from './AcceptanceVerbs.tsx';
import { CollectivityFilter } from './CollectivityFilter.tsx';
import { ContactLink } from './ContactLink.tsx';
import type { ContactKind, ContactRow } from './contact-record.ts';

const Column = DataTable.Col<ContactRow>;

function NameColumn({ id, name }: ContactRow) {
  return (
    <MuiLink component={Link} to={`/contacts/${id}/show`} sx={{ fontWeight: 650 }}>
      {name}
    </MuiLink>
  );
}

const phonesOf = ({ phone, mobile }: ContactRow) => [phone, mobile].filter(Boolean).join(', ') || '—';

function StructureTable() {
  const text = useText();
  return (
    <DataTable<ContactRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('people.structures.caption')}
    >
      <Column source="number" />
      <Column source="name" render={NameColumn} />
      <Column
        source="collectivityTypeId"
        disableSort
        render={({ collectivityTypeId, structureType }) =>
          collectivityTypeId === null ? (
            text(`people.structureType.${structureType ?? 'community'}`)
          ) : (
            <RecordName resource="collectivity-types" id={collectivityTypeId} />
          )
        }
      />
      <Column source="email" disableSort render={({ email }) => email ?? '—'} />
      <Column source="phone" disableSort render={phonesOf} cellSx={() => ({ whiteSpace: 'nowrap' })} />
      <Column source="provenance" disableSort render={({ provenance }) => provenance ?? '—'} />
      <Column
        source="acceptance"
        disableSort
        render={(contact) => (
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <AcceptanceChip acceptance={contact.acceptance} />
            {contact.acceptance === 'pending' && <AcceptanceVerbs contact={contact} small />}
          </Stack>
        )}
      />
    </DataTable>
  );
}

function IndividualTable() {
  const text = useText();
  return (
    <DataTable<ContactRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('people.individuals.caption')}
    >
      <Column source="number" />
      <Column source="name" render={NameColumn} />
      <Column
        source="structureId"
        disableSort
        render={({ structureId, structureName }) =>
          structureId === null ? '—' : <ContactLink id={structureId} name={structureName ?? ''} />
        }
      />
      <Column source="email" disableSort render={({ email }) => email ?? '—'} />
      <Column source="phone" disableSort render={phonesOf} cellSx={() => ({ whiteSpace: 'nowrap' })} />
      <Column source="provenance" disableSort render={({ provenance }) => provenance ?? '—'} />
    </DataTable>
  );
}

function PersonCard({ contact }: { contact: ContactRow }) {
  return (
    <Stack spacing={0.25}>
      <CardHead title={contact.name} chip={<AcceptanceChip acceptance={contact.acceptance} />} />
      <Typography variant="body2" color="text.secondary">
        {[contact.number, contact.structureName, contact.provenance, contact.city]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {contact.email !== null && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {contact.email}
        </Typography>
      )}
    </Stack>
  );
}

const byQueue = ['acceptance'];

/** What the list says when nothing fits: a queue that is empty is no fault of spelling. */
function useNoMatch(words: 'structures' | 'individuals') {
  const text = useText();
  const { filterValues } = useListContext();
  const { acceptance, ...others } = filterValues;
  if (acceptance === undefined || Object.values(others).some((value) => value !== '' && value !== undefined))
    return { title: text(`people.${words}.noMatchTitle`), body: text(`people.${words}.noMatchBody`) };
  return {
    title: text(acceptance === 'pending' ? 'people.queue.nothingPending' : 'people.queue.nothing'),
    body: text('people.queue.nothingBody'),
  };
}

/** The body of the list: people of one kind, as rows or cards. */
function PeopleShell({ kind, create }: { kind: ContactKind; create: ReactNode }) {
  const text = useText();
  const structures = kind === 'structure';
  const words = structures ? 'structures' : 'individuals';
  const noMatch = useNoMatch(words);
  return (
    <ListShell
      elsewhere={byQueue}
      search={
        <TextInput source="q" label={text('frame.common.search')} helperText={false} fullWidth resettable />
      }
      filters={structures ? <CollectivityFilter /> : undefined}
      table={structures ? <StructureTable /> : <IndividualTable />}
      cards={
        <RecordCards<ContactRow>
          to={({ id }) => `/contacts/${id}/show`}
          render={(contact) => <PersonCard contact={contact} />}
        />
      }
      empty={{
        title: text(`people.${words}.emptyTitle`),
        body: text(`people.${words}.emptyBody`),
        action: create,
      }}
      noMatch={noMatch}
    />
  );
}

function PeopleList({ kind }: { kind: ContactKind }) {
  const text = useText();
  const mayCreate = useRight('contacts.contacts:create');
  const mayImport = useRight('contacts.imports:execute');
  const structures = kind === 'structure';
  const words = structures ? 'structures' : 'individuals';
  const create = mayCreate && (
    <Button component={Link} to={`/contacts/create?kind=${kind}`} variant="contained" startIcon={<AddIcon />}>
      {text(`people.${words}.create`)}
    </Button>
  );
  return (
    <ListFrame<ContactRow>
      resource="contacts"
      name={words}
      sort={{ field: 'name', order: 'ASC' }}
      filter={{ kind }}
    >
      <PageHeader
        title={text(`frame.page.${words}`)}
        subtitle={text(`people.${words}.intro`)}
        actions={
          <>
            {mayImport && (
              <Button component={Link} to="/contact-import" variant="outlined" startIcon={<UploadIcon />}>
                {text('people.import')}
              </Button>
            )}
            {create}
          </>
        }
      />
      {structures && <AcceptanceQueues />}
      <PeopleShell kind={kind} create={create} />
    </ListFrame>
  );
}

/** Works councils, schools, agencies, by their acceptance. */
export function StructureList() {
  return <PeopleList kind="structure" />;
}

/** People, with the structure they are relay of. */
export function IndividualList() {
  return <PeopleList kind="individual" />;
}
