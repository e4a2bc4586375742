import { Alert, Button, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';

/** Whether a contact is written to, or about an option; and changing it, with a motive. */
export function NoLetters({
  resource,
  record,
}: {
  resource: 'contacts' | 'options';
  record: { id: string; noLettersReason: string | null };
}) {
  const text = useText();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const may = useRight('letters.letters:execute');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const stopped = record.noLettersReason !== null;
  const verb = stopped ? 'resume-letters' : 'suppress-letters';
  const word = stopped ? 'resume' : 'suppress';
  const body = reason.trim() === '' ? {} : { reason: reason.trim() };
  const call = useMutation({
    mutationFn: () =>
      intend({ id: record.id, verb, body }, (key) =>
        provider.act(`/${resource}/${record.id}/${verb}`, body, key),
      ),
    onSuccess: async () => {
      setOpen(false);
      setReason('');
      await Promise.all(
        [resource, 'letters', 'history'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
  const change = may && (
    <Button
      size="small"
      color="inherit"
      onClick={() => {
        call.reset();
        setOpen(true);
      }}
    >
      {text(`screens.letter.none.${word}`)}
    </Button>
  );
  return (
    <>
      {stopped ? (
        <Alert severity="warning" action={change} sx={{ mb: 1.5 }}>
          {text('screens.letter.none.stopped', { reason: record.noLettersReason ?? '' })}
        </Alert>
      ) : (
        change
      )}
      <ConfirmDialog
        open={open}
        title={text(`screens.letter.none.${word}Title`)}
        submit={text(`screens.letter.none.${word}`)}
        pending={call.isPending}
        disabled={!stopped && reason.trim() === ''}
        onCancel={() => setOpen(false)}
        onSubmit={() => call.mutate()}
      >
        <Typography>{text(`screens.letter.none.${word}Body`)}</Typography>
        <TextField
          label={text('screens.letter.none.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required={!stopped}
          multiline
          slotProps={{ htmlInput: { maxLength: 2_000 } }}
        />
        {call.error !== null && <ProblemAlert failure={call.error} />}
      </ConfirmDialog>
    </>
  );
}
