import { Alert, AlertTitle, Button } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import type { MailHold } from '../../api/mail-hold/routes.ts';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';

/** Says on every page that no letter leaves, and lets those who may release them after a restore. */
export function MailHoldBanner() {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const mayRead = useRight('letters.mail-hold:read');
  const mayRelease = useRight('letters.mail-hold:execute');
  const [asking, setAsking] = useState(false);
  const hold = useQuery({
    queryKey: ['mail-hold'],
    queryFn: () => provider.ask<MailHold>('/mail-hold'),
    enabled: mayRead,
    refetchInterval: 60_000,
  });
  const release = useMutation({
    mutationFn: () => intend('mail-hold/release', (key) => provider.act('/mail-hold/release', {}, key)),
    onSuccess: async () => {
      setAsking(false);
      notify('frame.mailHold.released', { type: 'success' });
      await queries.invalidateQueries({ queryKey: ['mail-hold'] });
    },
  });
  if (hold.data?.held !== true) return null;
  const since = hold.data.since === null ? '' : format.instant(hold.data.since);
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        mayRelease && (
          <Button color="inherit" size="small" onClick={() => setAsking(true)} sx={{ whiteSpace: 'nowrap' }}>
            {text('frame.mailHold.release')}
          </Button>
        )
      }
    >
      <AlertTitle>{text('frame.mailHold.title')}</AlertTitle>
      {hold.data.reason === null ? '' : text(`frame.mailHold.reasons.${hold.data.reason}`)}{' '}
      {text('frame.mailHold.body', { since })}
      <ConfirmDialog
        open={asking}
        title={text('frame.mailHold.release')}
        submit={text('frame.mailHold.release')}
        pending={release.isPending}
        onCancel={() => setAsking(false)}
        onSubmit={() => release.mutate()}
      >
        {text('frame.mailHold.confirm')}
        {release.error !== null && <ProblemAlert failure={release.error} />}
      </ConfirmDialog>
    </Alert>
  );
}
