import { Button, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useGetList, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { doorOf, type OptionAnswer, type OptionRecord } from './option-record.ts';
import { useRefreshOptions } from './use-option-verb.ts';
import { isWarning, useMayGoOn, VerbOutcome } from './VerbOutcome.tsx';

type Subcategory = { id: string; name: string };

function useDuplicate(option: OptionRecord) {
  const { id } = option;
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const intend = useIntention();
  return useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) =>
      intend({ verb: 'duplicate', id, body }, (key) =>
        provider.act<OptionAnswer>(`${doorOf(option)}/duplicate`, body, key),
      ),
    onSuccess: refresh,
  });
}

function DuplicateDialog({ option, onClose }: { option: OptionRecord; onClose: () => void }) {
  const text = useText();
  const { labels } = useFormat();
  const notify = useNotify();
  const navigate = useNavigate();
  const call = useDuplicate(option);
  const mayGoOn = useMayGoOn(call.error, option.kind);
  const [tariff, setTariff] = useState('');
  const [override, setOverride] = useState('');
  const { data: subcategories = [] } = useGetList<Subcategory>('audience-subcategories', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  const submit = () =>
    call.mutate(
      {
        ...(tariff === '' ? {} : { audienceSubcategoryId: tariff }),
        ...(isWarning(call.error) && override.trim() !== '' ? { override: { reason: override.trim() } } : {}),
      },
      {
        onSuccess: ({ id, kind, number }) => {
          notify(text('optionActs.dialog.duplicateResult', { number, from: option.number }), {
            type: 'success',
          });
          onClose();
          void navigate(`${doorOf({ id, kind })}/show`);
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={`${labels.verbs.duplicate} – ${text('frame.page.option', { number: option.number })}`}
      submit={mayGoOn ? text('optionActs.dialog.override') : labels.verbs.duplicate}
      pending={call.isPending}
      onCancel={onClose}
      onSubmit={submit}
    >
      <Typography>{text('optionActs.explain.duplicate')}</Typography>
      <TextField
        select
        label={text('optionActs.dialog.tariffForAll')}
        value={tariff}
        onChange={(event) => setTariff(event.target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{text('optionActs.dialog.sameTariff')}</MenuItem>
        {subcategories.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <VerbOutcome kind={option.kind} failure={call.error} override={override} onOverride={setOverride} />
    </ConfirmDialog>
  );
}

/** Copies the request, for another audience subcategory if wanted; absent without the right. */
export function DuplicateButton({ option }: { option: OptionRecord }) {
  const { labels } = useFormat();
  const mayRequest = useRight(
    option.kind === 'seats' ? 'options.seats.requests:create' : 'options.products.requests:create',
  );
  const [open, setOpen] = useState(false);
  if (!mayRequest) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {labels.verbs.duplicate}
      </Button>
      {open && <DuplicateDialog option={option} onClose={() => setOpen(false)} />}
    </>
  );
}
