import { Button, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import {
  type AcceptanceVerb,
  acceptanceArrows,
  acceptanceVerbsFrom,
} from '../../rules/contacts/acceptance.ts';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import type { ContactRow } from './contact-record.ts';

function AcceptanceDialog({
  contact,
  verb,
  onClose,
}: {
  contact: ContactRow;
  verb: AcceptanceVerb;
  onClose: () => void;
}) {
  const text = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { needsReason } = acceptanceArrows[verb];
  const call = useMutation({
    mutationFn: (body: { reason?: string }) =>
      intend({ verb, version: contact.version, body }, (key) =>
        provider.act<ContactRow>(`/contacts/${contact.id}/${verb}`, body, key, contact.version),
      ),
    onSuccess: async () => {
      await Promise.all(['contacts', 'history'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      notify(text(`people.acceptance.done.${verb}`, { name: contact.name }), { type: 'success' });
      onClose();
    },
  });
  const name = text(`people.acceptance.verb.${verb}`);
  return (
    <ConfirmDialog
      open
      title={text('people.acceptance.title', { verb: name, name: contact.name })}
      submit={name}
      pending={call.isPending}
      destructive={verb !== 'accept'}
      onCancel={onClose}
      onSubmit={() => {
        const told = reason.trim();
        if (needsReason && told === '') setMissing(true);
        else call.mutate(told === '' ? {} : { reason: told });
      }}
    >
      <Typography>{text(`people.acceptance.explain.${verb}`)}</Typography>
      <TextField
        label={text('optionActs.dialog.reason')}
        helperText={text(missing ? 'optionActs.dialog.reasonMissing' : 'optionActs.dialog.reasonHelp')}
        error={missing}
        required={needsReason}
        value={reason}
        onChange={(event) => {
          setMissing(false);
          setReason(event.target.value);
        }}
        multiline
        minRows={2}
        autoFocus
      />
      {call.error !== null && <ProblemAlert failure={call.error} />}
    </ConfirmDialog>
  );
}

/** What may be done with a structure's acceptance; absent for individuals and without the right. */
export function AcceptanceVerbs({ contact, small = false }: { contact: ContactRow; small?: boolean }) {
  const text = useText();
  const may = useRight('contacts.contacts:modify');
  const [verb, setVerb] = useState<AcceptanceVerb | null>(null);
  if (!may || contact.acceptance === null) return null;
  return (
    <>
      {acceptanceVerbsFrom(contact.acceptance).map((each) => (
        <Button
          key={each}
          size={small ? 'small' : 'medium'}
          variant={each === 'accept' && contact.acceptance === 'pending' ? 'contained' : 'outlined'}
          color={each === 'accept' ? 'primary' : 'error'}
          onClick={() => setVerb(each)}
        >
          {text(`people.acceptance.verb.${each}`)}
        </Button>
      ))}
      {verb !== null && <AcceptanceDialog contact={contact} verb={verb} onClose={() => setVerb(null)} />}
    </>
  );
}
