import AddIcon from '@mui/icons-material/Add';
import { Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { Link } from 'react-router';
import { CardHead } from '../frame/CardHead.tsx';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { AcceptanceChip } from './AcceptanceChip.tsx';
import { type ContactRow, contactKinds } from './contact-record.ts';

const Column = DataTable.Col<ContactRow>;

function ContactTable() {
  const text = useText();
  return (
    <DataTable<ContactRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('screens.contact.list.caption')}
    >
      <Column source="number" />
      <Column
        source="name"
        render={({ id, name }) => (
          <MuiLink component={Link} to={`/contacts/${id}/show`} sx={{ fontWeight: 650 }}>
            {name}
          </MuiLink>
        )}
      />
      <Column source="kind" disableSort render={({ kind }) => text(`screens.contact.kind.${kind}`)} />
      <Column source="email" disableSort render={({ email }) => email ?? '—'} />
      <Column source="provenance" disableSort render={({ provenance }) => provenance ?? '—'} />
      <Column
        source="acceptance"
        disableSort
        render={({ acceptance }) => <AcceptanceChip acceptance={acceptance} />}
      />
    </DataTable>
  );
}

function ContactCard({ contact }: { contact: ContactRow }) {
  const text = useText();
  return (
    <Stack spacing={0.25}>
      <CardHead title={contact.name} chip={<AcceptanceChip acceptance={contact.acceptance} />} />
      <Typography variant="body2" color="text.secondary">
        {[contact.number, text(`screens.contact.kind.${contact.kind}`), contact.provenance]
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

/** Everyone the house writes to: structures and individuals. */
export function ContactList() {
  const text = useText();
  const mayCreate = useRight('contacts.contacts:create');
  const create = mayCreate && (
    <Button component={Link} to="/contacts/create" variant="contained" startIcon={<AddIcon />}>
      {text('screens.contact.list.create')}
    </Button>
  );
  return (
    <ListFrame<ContactRow> resource="contacts" sort={{ field: 'name', order: 'ASC' }}>
      <PageHeader title={text('frame.page.contacts')} actions={create} />
      <ListShell
        search={
          <TextInput
            source="q"
            label={text('frame.common.search')}
            placeholder={text('options.form.contactHelp')}
            helperText={false}
            fullWidth
            resettable
          />
        }
        filters={
          <SelectInput
            source="kind"
            choices={contactKinds.map((id) => ({ id, name: text(`screens.contact.kind.${id}`) }))}
            translateChoice={false}
            emptyText={text('screens.contact.list.allKinds')}
            helperText={false}
            sx={{ width: { xs: '100%', md: 200 } }}
          />
        }
        table={<ContactTable />}
        cards={
          <RecordCards<ContactRow>
            to={({ id }) => `/contacts/${id}/show`}
            render={(contact) => <ContactCard contact={contact} />}
          />
        }
        empty={{
          title: text('screens.contact.list.emptyTitle'),
          body: text('screens.contact.list.emptyBody'),
          action: create,
        }}
        noMatch={{
          title: text('screens.contact.list.noMatchTitle'),
          body: text('screens.contact.list.noMatchBody'),
        }}
      />
    </ListFrame>
  );
}
