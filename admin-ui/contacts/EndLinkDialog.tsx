import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { ContactLinkRow } from './contact-record.ts';
import { today } from './today.ts';
import { useLinkCall } from './use-link-call.ts';

/** Ends a link on a day; it stays as a fact of the past. */
export function EndLinkDialog({
  link,
  name,
  onClose,
}: {
  link: ContactLinkRow;
  /** The other end of the link. */
  name: string;
  onClose: () => void;
}) {
  const text = useText();
  const notify = useNotify();
  const [endsOn, setEndsOn] = useState(() => [today(), link.startsOn].sort().at(-1) ?? today());
  const [reason, setReason] = useState('');
  const call = useLinkCall(() => {
    notify(text('people.links.ended', { name }), { type: 'success' });
    onClose();
  });
  const submit = () => {
    const told = reason.trim();
    call.mutate({
      path: `/contact-links/${link.id}/end`,
      body: { ...(endsOn === '' ? {} : { endsOn }), ...(told === '' ? {} : { reason: told }) },
      version: link.version,
    });
  };
  return (
    <ConfirmDialog
      open
      title={text('people.links.endTitle', { name })}
      submit={text('people.links.end')}
      pending={call.isPending}
      destructive
      onCancel={onClose}
      onSubmit={submit}
    >
      <Typography>{text('people.links.endHelp')}</Typography>
      <TextField
        type="date"
        label={text('people.links.endsOn')}
        value={endsOn}
        onChange={(event) => setEndsOn(event.target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: link.startsOn } }}
        autoFocus
      />
      <TextField
        label={text('optionActs.dialog.reason')}
        helperText={text('optionActs.dialog.reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {call.error !== null && <ProblemAlert failure={call.error} />}
    </ConfirmDialog>
  );
}
