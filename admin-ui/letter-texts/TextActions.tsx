import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { LetterTextRecord } from './letter-text-record.ts';
import { useTextVerb } from './use-letter-texts.ts';

const words = { publish: 'publish', 'restore-shipped': 'restore', discard: 'discard' } as const;

/** A verb on a text, asked about before it is done. */
export function TextAction({
  verb,
  record,
  disabled = false,
}: {
  verb: keyof typeof words;
  record: LetterTextRecord | null;
  disabled?: boolean;
}) {
  const text = useText();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const word = words[verb];
  const call = useTextVerb(verb, record, () => {
    setOpen(false);
    notify(text(`letterTexts.${word}.done`), { type: 'success' });
  });
  return (
    <>
      <Button
        variant={verb === 'publish' ? 'contained' : 'outlined'}
        color={verb === 'publish' ? 'primary' : 'error'}
        disabled={disabled}
        title={disabled ? text('letterTexts.publish.first') : undefined}
        onClick={() => {
          call.reset();
          setOpen(true);
        }}
      >
        {text(`letterTexts.${word}.submit`)}
      </Button>
      <ConfirmDialog
        open={open}
        title={text(`letterTexts.${word}.title`)}
        submit={text(`letterTexts.${word}.submit`)}
        pending={call.isPending}
        destructive={verb !== 'publish'}
        onCancel={() => setOpen(false)}
        onSubmit={() => call.mutate()}
      >
        <Typography>{text(`letterTexts.${word}.body`)}</Typography>
        {call.error !== null && <ProblemAlert failure={call.error} />}
      </ConfirmDialog>
    </>
  );
}
