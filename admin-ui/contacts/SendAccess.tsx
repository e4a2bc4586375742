import { Button, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import type { ContactRow } from './contact-record.ts';
import { today } from './today.ts';
import { useContactLinks } from './use-contact-links.ts';

/** To the contact's own address, or for a structure to that of one of its relays. */
const itself = 'itself';

function SendAccessDialog({ contact, onClose }: { contact: ContactRow; onClose: () => void }) {
  const text = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const { data: links = [] } = useContactLinks(contact);
  const [to, setTo] = useState(itself);
  const relays =
    contact.kind === 'structure'
      ? links.filter(
          ({ kind, startsOn, endsOn }) =>
            kind === 'relay' && startsOn <= today() && (endsOn === null || endsOn >= today()),
        )
      : [];
  const call = useMutation({
    mutationFn: () => {
      const body = to === itself ? {} : { relayId: to };
      return intend({ version: contact.version, body }, (key) =>
        provider.act<{ to: string }>(`/contacts/${contact.id}/send-access`, body, key, contact.version),
      );
    },
    onSuccess: async (sent) => {
      await Promise.all(['letters', 'history'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      notify(text('people.access.sent', { to: sent.to }), { type: 'success' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={text('people.access.send')}
      submit={text('people.access.submit')}
      pending={call.isPending}
      onCancel={onClose}
      onSubmit={() => call.mutate()}
    >
      <Typography>{text('people.access.explain')}</Typography>
      {relays.length > 0 && (
        <TextField
          select
          label={text('people.access.to')}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        >
          <MenuItem value={itself}>{contact.name}</MenuItem>
          {relays.map(({ individualId, individualName }) => (
            <MenuItem key={individualId} value={individualId}>
              {individualName}
            </MenuItem>
          ))}
        </TextField>
      )}
      {call.error !== null && <ProblemAlert failure={call.error} />}
    </ConfirmDialog>
  );
}

/** Sends a contact the one-time link into their own space; absent without the right. */
export function SendAccess({ contact }: { contact: ContactRow }) {
  const text = useText();
  const may = useRight('contacts.access:execute');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {text('people.access.send')}
      </Button>
      {open && <SendAccessDialog contact={contact} onClose={() => setOpen(false)} />}
    </>
  );
}
