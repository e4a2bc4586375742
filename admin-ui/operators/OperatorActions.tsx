import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useSaveRecord } from '../frame/records/use-save-record.ts';
import { useText } from '../messages/use-text.ts';
import { useRight, useSession } from '../provider/session.ts';
import { newPassword, type OperatorRecord, operatorKind } from './operator-record.ts';
import { PasswordDialog } from './PasswordDialog.tsx';

type Question = 'password' | 'disable' | 'enable';

const bodies = {
  password: 'settings.operator.newPasswordBody',
  disable: 'settings.operator.disableBody',
  enable: 'settings.operator.enableBody',
} as const;

const titles = {
  password: 'settings.operator.newPassword',
  disable: 'settings.operator.disable',
  enable: 'settings.operator.enable',
} as const;

/** A new password for somebody, and letting them in or not; nobody shuts themselves out. */
export function OperatorActions({ operator }: { operator: OperatorRecord }) {
  const text = useText();
  const notify = useNotify();
  const mayChange = useRight('organisation.operators:modify');
  const myself = useSession()?.operator.id === operator.id;
  const save = useSaveRecord(operatorKind);
  const [asked, setAsked] = useState<Question | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  if (!mayChange) return null;
  const ask = (question: Question) => {
    save.reset();
    setAsked(question);
  };
  const submit = () => {
    const made = newPassword();
    const body = asked === 'password' ? { password: made } : { disabled: asked === 'disable' };
    save.mutate(
      { before: operator, body },
      {
        onSuccess: () => {
          if (asked === 'password') setPassword(made);
          else notify(text('settings.common.saved', { name: operator.name }), { type: 'success' });
          setAsked(null);
        },
      },
    );
  };
  const toggle = operator.disabled ? 'enable' : 'disable';
  return (
    <>
      <Button variant="outlined" onClick={() => ask('password')}>
        {text('settings.operator.newPassword')}
      </Button>
      {!myself && (
        <Button variant="outlined" onClick={() => ask(toggle)}>
          {text(titles[toggle])}
        </Button>
      )}
      {asked !== null && (
        <ConfirmDialog
          open
          title={`${text(titles[asked])} – ${operator.name}`}
          submit={text(titles[asked])}
          pending={save.isPending}
          destructive={asked === 'disable'}
          onCancel={() => setAsked(null)}
          onSubmit={submit}
        >
          <Typography>{text(bodies[asked])}</Typography>
          {save.error !== null && <ProblemAlert failure={save.error} />}
        </ConfirmDialog>
      )}
      {password !== null && (
        <PasswordDialog name={operator.name} password={password} onClose={() => setPassword(null)} />
      )}
    </>
  );
}
