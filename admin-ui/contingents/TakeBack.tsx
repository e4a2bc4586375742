import { Alert, Button, Skeleton, TextField, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useNow } from '../frame/use-now.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import type { ReleaseRow } from './release-record.ts';

function Dialog({ release, onClose }: { release: ReleaseRow; onClose: () => void }) {
  const text = useText();
  const notify = useNotify();
  const refresh = useRefresh();
  const intend = useIntention();
  const provider = useDataProvider<PlacetDataProvider>();
  const [reason, setReason] = useState('');
  const door = `/contingent-releases/${release.id}`;
  const free = useQuery({
    queryKey: ['contingent-releases', release.id, 'free'],
    queryFn: () => provider.ask<{ quantity: number }>(`${door}/free`),
    staleTime: 0,
  });
  const motive = reason.trim();
  const body = motive === '' ? {} : { reason: motive };
  const takeBack = useMutation({
    mutationFn: () =>
      intend(body, (key) =>
        provider.act<{ quantity: number }>(`${door}/take-back`, body, key, release.version),
      ),
    onSuccess: ({ quantity }) => {
      notify(text('contingents.release.tookBack', { smart_count: quantity }), { type: 'success' });
      onClose();
      refresh();
    },
  });
  const { quantity, fromContingentName: from } = release;
  const left = free.data?.quantity;
  return (
    <ConfirmDialog
      open
      wide
      title={text('contingents.release.takeBackTitle')}
      submit={text('contingents.release.takeBack')}
      pending={takeBack.isPending}
      onCancel={onClose}
      onSubmit={() => takeBack.mutate()}
    >
      {left === undefined && free.error === null && <Skeleton variant="text" />}
      {left === 0 && <Alert severity="info">{text('contingents.release.nothingFree')}</Alert>}
      {left !== undefined && left > 0 && (
        <Typography>
          {text('contingents.release.takeBackBody', { smart_count: left, quantity, from })}
        </Typography>
      )}
      <Typography>{text('contingents.release.takeBackOnce')}</Typography>
      <TextField
        label={text('contingents.release.reason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        multiline
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {takeBack.error !== null && <ProblemAlert failure={takeBack.error} />}
    </ConfirmDialog>
  );
}

/** Takes a release back, after saying how many of its places are still free; who may not, or too late, has no button. */
export function TakeBack({ release }: { release: ReleaseRow }) {
  const text = useText();
  const format = useFormat();
  const may = useRight('stock.stock:modify');
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { takenBackAt, takenBackBy, takenBackQuantity, quantity, startsAt, timeZone, eventName } = release;
  if (takenBackAt !== null)
    return (
      <Typography variant="body2" component="span">
        {text('contingents.release.takenBack', {
          quantity: takenBackQuantity ?? 0,
          at: format.instant(takenBackAt),
          by: takenBackBy ?? '',
        })}
      </Typography>
    );
  if (!may || quantity === 0 || Date.parse(startsAt) <= Number(now)) return null;
  const name = `${eventName}, ${format.performance(startsAt, timeZone)}`;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-label={text('contingents.release.takeBackNamed', { name })}
        onClick={() => setOpen(true)}
      >
        {text('contingents.release.takeBack')}
      </Button>
      {open && <Dialog release={release} onClose={() => setOpen(false)} />}
    </>
  );
}
