import { Button, Stack, TextField, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { doorOf, type OptionRecord } from './option-record.ts';
import { useRefreshOptions } from './use-option-verb.ts';

function RemarkForm({ option, onClose }: { option: OptionRecord; onClose: () => void }) {
  const text = useText();
  const notify = useNotify();
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const intend = useIntention();
  const [remark, setRemark] = useState(option.internalRemark ?? '');
  const { id, version } = option;
  const save = useMutation({
    mutationFn: () =>
      intend({ id, version, remark }, (key) =>
        provider.set(`${doorOf(option)}/internal-remark`, { internalRemark: remark }, key, version),
      ),
    onSuccess: async () => {
      await refresh();
      notify(text('options.show.remarkSaved'), { type: 'success' });
      onClose();
    },
  });
  return (
    <Stack
      component="form"
      spacing={1}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextField
        label={text('resources.options.fields.internalRemark')}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
        multiline
        minRows={2}
        autoFocus
      />
      {save.error !== null && <ProblemAlert failure={save.error} />}
      <Stack direction="row" spacing={1}>
        <Button type="submit" variant="contained" size="small" loading={save.isPending}>
          {text('options.show.saveRemark')}
        </Button>
        <Button size="small" color="inherit" onClick={onClose}>
          {text('frame.common.cancel')}
        </Button>
      </Stack>
    </Stack>
  );
}

/** What colleagues should know of the option; written here in whatever state it is. */
export function InternalRemark({ option }: { option: OptionRecord }) {
  const text = useText();
  const mayWrite = useRight(
    option.kind === 'seats' ? 'options.seats.requests:modify' : 'options.products.requests:modify',
  );
  const [open, setOpen] = useState(false);
  if (open) return <RemarkForm option={option} onClose={() => setOpen(false)} />;
  const { internalRemark } = option;
  if (internalRemark === null && !mayWrite) return null;
  return (
    <div>
      {internalRemark !== null && (
        <>
          <Typography variant="body2" color="text.secondary">
            {text('resources.options.fields.internalRemark')}
          </Typography>
          <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{internalRemark}</Typography>
        </>
      )}
      {mayWrite && (
        <Button size="small" onClick={() => setOpen(true)} sx={{ ml: -0.75 }}>
          {text(internalRemark === null ? 'options.show.addRemark' : 'options.show.editRemark')}
        </Button>
      )}
    </div>
  );
}
