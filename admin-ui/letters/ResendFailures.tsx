import { Alert, Button, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useGetList, useListContext } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import type { LetterRow } from './letter-record.ts';

/** As many as the API takes at once. */
const atOnce = 200;
const failures = ['failed', 'bounced'];

type Answer = { results: { id: string; ok: boolean }[] };

/** Sends the letters again that failed or came back, of those the list shows. */
export function ResendFailures() {
  const text = useText();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const mayResend = useRight('letters.letters:execute');
  const { filterValues } = useListContext<LetterRow>();
  const [open, setOpen] = useState(false);
  const { data } = useGetList<LetterRow>('letters', {
    filter: { ...filterValues, state: failures },
    pagination: { page: 1, perPage: atOnce },
    sort: { field: 'createdAt', order: 'ASC' },
  });
  const ids = (data ?? []).map(({ id }) => id);
  const call = useMutation({
    mutationFn: () => intend(ids, (key) => provider.act<Answer>('/letters/bulk/resend', { ids }, key)),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries({ queryKey: ['letters'] });
    },
  });
  if (!mayResend) return null;
  const done = call.data?.results.filter(({ ok }) => ok).length ?? 0;
  return (
    <>
      <Button
        variant="outlined"
        disabled={ids.length === 0}
        onClick={() => {
          call.reset();
          setOpen(true);
        }}
      >
        {text('screens.letter.outbox.resend', { count: ids.length })}
      </Button>
      {call.data !== undefined && (
        <Alert severity={done === call.data.results.length ? 'success' : 'warning'} role="status">
          {text('screens.letter.outbox.resent', { done, count: call.data.results.length })}
        </Alert>
      )}
      <ConfirmDialog
        open={open}
        title={text('screens.letter.outbox.title', { count: ids.length })}
        submit={text('screens.letter.show.resend')}
        pending={call.isPending}
        onCancel={() => setOpen(false)}
        onSubmit={() => call.mutate()}
      >
        <Typography>{text('screens.letter.outbox.body')}</Typography>
        {call.error !== null && <ProblemAlert failure={call.error} />}
      </ConfirmDialog>
    </>
  );
}
