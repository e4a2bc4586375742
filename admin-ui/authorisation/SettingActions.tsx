import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import ValidateIcon from '@mui/icons-material/TaskAltOutlined';
import { Button, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import type { RecordKind, SettingRecord } from '../frame/records/record-kind.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import type { SettingState } from './limitation-record.ts';

type Setting = SettingRecord & { state: SettingState };
type Verb = 'duplicate' | 'validate';

const icons = { duplicate: CopyIcon, validate: ValidateIcon };

/** A verb of a setting, once the person has confirmed it. */
function SettingVerb<R extends Setting>({
  kind,
  record,
  verb,
}: {
  kind: RecordKind<R>;
  record: R;
  verb: Verb;
}) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const [open, setOpen] = useState(false);
  const Icon = icons[verb];
  const { name } = record;
  const call = useMutation({
    mutationFn: () =>
      intend({ id: record.id, version: record.version, verb }, (key) =>
        provider.act<R>(`/${kind.resource}/${record.id}/${verb}`, {}, key, record.version),
      ),
    onSuccess: async (after) => {
      setOpen(false);
      notify(text(`rules.${verb}.done`, { name: after.name }), { type: 'success' });
      await Promise.all([
        queries.invalidateQueries({ queryKey: [kind.resource] }),
        queries.invalidateQueries({ queryKey: ['history'] }),
      ]);
      if (verb === 'duplicate') await navigate(`/${kind.resource}/${after.id}`);
    },
  });
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<Icon />}
        onClick={() => {
          call.reset();
          setOpen(true);
        }}
      >
        {text(`rules.${verb}.submit`)}
      </Button>
      <ConfirmDialog
        open={open}
        title={text(`rules.${verb}.title`, { name })}
        submit={text(`rules.${verb}.submit`)}
        pending={call.isPending}
        onCancel={() => setOpen(false)}
        onSubmit={() => call.mutate()}
      >
        <Typography>{text(`rules.${verb}.body`)}</Typography>
        {call.error !== null && <ProblemAlert failure={call.error} />}
      </ConfirmDialog>
    </>
  );
}

/** Makes a draft like this one, and makes a draft count. */
export function SettingActions<R extends Setting>({ kind, record }: { kind: RecordKind<R>; record: R }) {
  const mayCreate = useRight(resourceRight(kind.resource, 'create'));
  const mayModify = useRight(resourceRight(kind.resource, 'modify'));
  return (
    <>
      {mayCreate && <SettingVerb kind={kind} record={record} verb="duplicate" />}
      {mayModify && record.state === 'draft' && <SettingVerb kind={kind} record={record} verb="validate" />}
    </>
  );
}
