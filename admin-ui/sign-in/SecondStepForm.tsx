import { Box, Button, Stack, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { SecondStep } from '../../rules/organisation/second-step.ts';
import { CodeField } from '../account/CodeField.tsx';
import { EnrolmentSteps } from '../account/EnrolmentSteps.tsx';
import { RecoveryCodes } from '../account/RecoveryCodes.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import { beginOwedEnrolment, confirmOwedEnrolment, showCode } from '../provider/session.ts';

type StepProps = {
  /** The session is open. */
  onIn: () => void;
  /** Back to the password. */
  onRestart: () => void;
};

function StepForm({
  title,
  intro,
  submit,
  pending,
  failure,
  onSubmit,
  onRestart,
  children,
}: {
  title: string;
  intro: string;
  submit: string;
  pending: boolean;
  failure: unknown;
  onSubmit: () => void;
  onRestart: (() => void) | null;
  children: ReactNode;
}) {
  const text = useText();
  const titleId = useId();
  return (
    <Box
      component="form"
      noValidate
      aria-labelledby={titleId}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!pending) onSubmit();
      }}
    >
      <Stack spacing={2}>
        <Box>
          <Typography id={titleId} variant="h1" gutterBottom>
            {title}
          </Typography>
          <Typography color="text.secondary">{intro}</Typography>
        </Box>
        {failure !== null && <ProblemAlert failure={failure} />}
        {children}
        <Button type="submit" variant="contained" size="large" loading={pending}>
          {submit}
        </Button>
        {onRestart !== null && <Button onClick={onRestart}>{text('account.step.restart')}</Button>}
      </Stack>
    </Box>
  );
}

function CodeStep({ onIn, onRestart }: StepProps) {
  const text = useText();
  const [code, setCode] = useState('');
  const call = useMutation({ mutationFn: () => showCode(code), onSuccess: onIn });
  return (
    <StepForm
      title={text('account.step.title')}
      intro={text('account.step.intro')}
      submit={text('frame.signIn.submit')}
      pending={call.isPending || call.isSuccess}
      failure={call.error}
      onSubmit={() => call.mutate()}
      onRestart={onRestart}
    >
      <CodeField value={code} onChange={setCode} recovery />
    </StepForm>
  );
}

function EnrolStep({ onIn, onRestart }: StepProps) {
  const text = useText();
  const [code, setCode] = useState('');
  const begun = useQuery({
    queryKey: ['session', 'enrolment'],
    queryFn: beginOwedEnrolment,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0, // a secret is not kept
    retry: false,
  });
  const confirm = useMutation({ mutationFn: () => confirmOwedEnrolment(code) });
  if (confirm.data !== undefined) {
    return (
      <StepForm
        title={text('account.recovery.title')}
        intro={text('account.recovery.intro')}
        submit={text('account.recovery.done')}
        pending={false}
        failure={null}
        onSubmit={onIn}
        onRestart={null}
      >
        <RecoveryCodes codes={confirm.data} />
      </StepForm>
    );
  }
  return (
    <StepForm
      title={text('account.enrol.title')}
      intro={text('account.step.enrol')}
      submit={text('account.enrol.submit')}
      pending={begun.isPending || confirm.isPending}
      failure={begun.error ?? confirm.error}
      onSubmit={() => confirm.mutate()}
      onRestart={onRestart}
    >
      {begun.data !== undefined && (
        <>
          <EnrolmentSteps enrolment={begun.data} />
          <CodeField value={code} onChange={setCode} />
        </>
      )}
    </StepForm>
  );
}

/** What is owed after the password, or after the issuer's word. */
export function SecondStepForm({ step, ...props }: StepProps & { step: SecondStep }) {
  return step === 'code' ? <CodeStep {...props} /> : <EnrolStep {...props} />;
}
