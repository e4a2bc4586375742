import { Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { CodeField } from './CodeField.tsx';

const doors = { codes: '/account/recovery-codes', remove: '/account/second-factor/remove' } as const;

/** What needs a code of the second factor one has. */
export type CodeQuestion = keyof typeof doors;

/** Asks for a code before something is done about the second factor it belongs to. */
export function CodeDialog<Answer>({
  question,
  onCancel,
  onDone,
}: {
  question: CodeQuestion;
  onCancel: () => void;
  onDone: (answer: Answer) => void;
}) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const [code, setCode] = useState('');
  const call = useMutation({
    mutationFn: () => provider.act<Answer>(doors[question], { code }, crypto.randomUUID()),
    onSuccess: onDone,
  });
  return (
    <ConfirmDialog
      open
      title={text(`account.${question}.title`)}
      submit={text(`account.${question}.submit`)}
      pending={call.isPending}
      destructive={question === 'remove'}
      onCancel={onCancel}
      onSubmit={() => call.mutate()}
    >
      <Typography>{text(`account.${question}.body`)}</Typography>
      {call.error !== null && <ProblemAlert failure={call.error} />}
      <CodeField value={code} onChange={setCode} recovery />
    </ConfirmDialog>
  );
}
