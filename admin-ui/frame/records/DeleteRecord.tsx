import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Button, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { resourceRight } from '../../../rules/organisation/resource-rights.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import { useIntention } from '../../provider/intention.ts';
import { useRight } from '../../provider/session.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { ProblemAlert } from '../ProblemAlert.tsx';
import type { RecordKind, SettingRecord } from './record-kind.ts';

/** Deletes a record once the person has confirmed it; what stands in the way is said in the same dialog. */
export function DeleteRecord<R extends Pick<SettingRecord, 'id' | 'version'>>({
  kind,
  record,
  backTo,
}: {
  kind: RecordKind<R>;
  record: R;
  backTo: string;
}) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const [open, setOpen] = useState(false);
  const may = useRight(resourceRight(kind.resource, 'delete'));
  const name = kind.name(record, format);
  const call = useMutation({
    mutationFn: () =>
      intend({ id: record.id, version: record.version }, (idempotencyKey) =>
        provider.delete<R>(kind.resource, { id: record.id, previousData: record, meta: { idempotencyKey } }),
      ),
    onSuccess: async () => {
      notify(text('settings.common.removed', { name }), { type: 'success' });
      await navigate(backTo);
      queries.removeQueries({ queryKey: [kind.resource, 'getOne'] });
      await queries.invalidateQueries({ queryKey: [kind.resource] });
    },
  });
  if (!may) return null;
  return (
    <>
      <Button
        color="error"
        variant="outlined"
        startIcon={<DeleteIcon />}
        onClick={() => {
          call.reset();
          setOpen(true);
        }}
      >
        {text('settings.common.remove')}
      </Button>
      <ConfirmDialog
        open={open}
        title={text('settings.common.removeTitle', { name })}
        submit={text('settings.common.remove')}
        pending={call.isPending}
        destructive
        onCancel={() => setOpen(false)}
        onSubmit={() => call.mutate()}
      >
        <Typography>{text('settings.common.removeBody')}</Typography>
        {call.error !== null && <ProblemAlert failure={call.error} />}
      </ConfirmDialog>
    </>
  );
}
