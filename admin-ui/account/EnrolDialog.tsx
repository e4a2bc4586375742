import { Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { PasswordField } from '../frame/PasswordField.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { CodeField } from './CodeField.tsx';
import { EnrolmentSteps } from './EnrolmentSteps.tsx';
import type { Enrolment, RecoveryCodesAnswer } from './security-record.ts';

/** Adds a second factor to one's account: the password where it is asked for, the picture, a code. */
export function EnrolDialog({
  fresh,
  onCancel,
  onEnrolled,
}: {
  /** Signed in a short while ago: no password is asked for. */
  fresh: boolean;
  onCancel: () => void;
  onEnrolled: (codes: readonly string[]) => void;
}) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useMutation({
    mutationFn: () =>
      provider.act<Enrolment>(
        '/account/second-factor',
        password === '' ? {} : { password },
        crypto.randomUUID(),
      ),
  });
  const confirm = useMutation({
    mutationFn: () =>
      provider.act<RecoveryCodesAnswer>('/account/second-factor/confirm', { code }, crypto.randomUUID()),
    onSuccess: ({ recoveryCodes }) => onEnrolled(recoveryCodes),
  });
  const enrolment = begin.data;
  const failure = enrolment === undefined ? begin.error : confirm.error;
  return (
    <ConfirmDialog
      open
      wide
      title={text('account.enrol.title')}
      submit={text(enrolment === undefined ? 'account.enrol.begin' : 'account.enrol.submit')}
      pending={begin.isPending || confirm.isPending}
      onCancel={onCancel}
      onSubmit={() => (enrolment === undefined ? begin.mutate() : confirm.mutate())}
    >
      {failure !== null && <ProblemAlert failure={failure} />}
      {enrolment === undefined ? (
        <>
          <Typography>{text('account.enrol.intro')}</Typography>
          {!fresh && (
            <>
              <Typography>{text('account.enrol.password')}</Typography>
              <PasswordField value={password} onChange={setPassword} />
            </>
          )}
        </>
      ) : (
        <>
          <EnrolmentSteps enrolment={enrolment} />
          <CodeField value={code} onChange={setCode} />
        </>
      )}
    </ConfirmDialog>
  );
}
