import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '../../messages/use-text.ts';

/** What a form of the dry run is given. */
export interface TryFormProps {
  organisationId: string;
  pending: boolean;
  onTry: (body: object) => void;
}

/** The frame of what is tried under a version's rules; `body` is null as long as something is missing. */
export function TryForm({
  body,
  pending,
  onTry,
  children,
}: Pick<TryFormProps, 'pending' | 'onTry'> & { body: object | null; children: ReactNode }) {
  const text = useText();
  return (
    <Stack
      component="form"
      spacing={2}
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== null) onTry(body);
      }}
    >
      {children}
      <Button
        type="submit"
        variant="outlined"
        disabled={body === null}
        loading={pending}
        sx={{ alignSelf: 'flex-start' }}
      >
        {text('studio.dryRun.submit')}
      </Button>
    </Stack>
  );
}
