import { Button, Skeleton, Stack, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { SessionList } from '../account/SessionList.tsx';
import {
  deviceText,
  type OpenSession,
  type OperatorSecurity as Security,
} from '../account/security-record.ts';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { ToneChip } from '../frame/ToneChip.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useRight } from '../provider/session.ts';
import type { OperatorRecord } from './operator-record.ts';

type Person = Pick<OperatorRecord, 'id' | 'name'>;

/** Runs something about an operator's security, then reads it anew with the history. */
function useSecurityCall<Input>(
  id: string,
  call: (provider: PlacetDataProvider, input: Input) => Promise<unknown>,
) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => call(provider, input),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['operators', id, 'security'] }),
        queries.invalidateQueries({ queryKey: ['history'] }),
      ]),
  });
}

function Sessions({ operator, security, mayEnd }: { operator: Person; security: Security; mayEnd: boolean }) {
  const text = useText();
  const notify = useNotify();
  const [asked, setAsked] = useState(false);
  const end = useSecurityCall<OpenSession | null>(operator.id, (provider, session) =>
    provider.end(
      `/operators/${operator.id}/sessions${session === null ? '' : `/${session.id}`}`,
      crypto.randomUUID(),
    ),
  );
  const run = (session: OpenSession | null) =>
    end.mutate(session, {
      onSuccess: () => {
        notify(
          session === null
            ? text('account.sessions.endedAll', { smart_count: security.sessions.length })
            : text('account.sessions.ended', { device: deviceText(session.device, text) }),
          { type: 'success' },
        );
        setAsked(false);
      },
    });
  return (
    <Section
      title={text('account.sessions.title')}
      action={
        mayEnd &&
        security.sessions.length > 0 && (
          <Button size="small" onClick={() => setAsked(true)}>
            {text('account.sessions.endAll')}
          </Button>
        )
      }
    >
      {end.error !== null && !asked && <ProblemAlert failure={end.error} />}
      <SessionList
        sessions={security.sessions}
        pending={end.isPending}
        {...(mayEnd ? { onEnd: (session: OpenSession) => run(session) } : {})}
      />
      <ConfirmDialog
        open={asked}
        title={`${text('account.sessions.endAll')} – ${operator.name}`}
        submit={text('account.sessions.endAll')}
        pending={end.isPending}
        destructive
        onCancel={() => setAsked(false)}
        onSubmit={() => run(null)}
      >
        <Typography>{text('account.sessions.endAllBody', { name: operator.name })}</Typography>
        {end.error !== null && <ProblemAlert failure={end.error} />}
      </ConfirmDialog>
    </Section>
  );
}

function SecondFactor({
  operator,
  security,
  mayReset,
}: {
  operator: Person;
  security: Security;
  mayReset: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const reset = useSecurityCall<string>(operator.id, (provider, why) =>
    provider.act(
      `/operators/${operator.id}/reset-second-factor`,
      why === '' ? {} : { reason: why },
      crypto.randomUUID(),
    ),
  );
  const { state, confirmedAt } = security.secondFactor;
  const labels = { enrolled: 'on', required: 'required', none: 'off' } as const;
  return (
    <Section
      title={text('account.secondFactor.title')}
      action={
        <ToneChip
          tone={state === 'enrolled' ? 'success' : 'neutral'}
          label={text(`account.secondFactor.${labels[state]}`)}
        />
      }
    >
      {state === 'enrolled' && (
        <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
          {confirmedAt !== null && (
            <Typography>{text('account.secondFactor.since', { at: format.instant(confirmedAt) })}</Typography>
          )}
          {mayReset && (
            <Button variant="outlined" color="error" onClick={() => setAsked(true)}>
              {text('account.secondFactor.reset')}
            </Button>
          )}
        </Stack>
      )}
      <ConfirmDialog
        open={asked}
        title={`${text('account.secondFactor.reset')} – ${operator.name}`}
        submit={text('account.secondFactor.reset')}
        pending={reset.isPending}
        destructive
        onCancel={() => setAsked(false)}
        onSubmit={() =>
          reset.mutate(reason.trim(), {
            onSuccess: () => {
              notify(text('account.secondFactor.resetDone', { name: operator.name }), { type: 'success' });
              setAsked(false);
            },
          })
        }
      >
        <Typography>{text('account.secondFactor.resetBody', { name: operator.name })}</Typography>
        <TextField
          label={text('account.secondFactor.resetReason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
        {reset.error !== null && <ProblemAlert failure={reset.error} />}
      </ConfirmDialog>
    </Section>
  );
}

/** How an operator comes in, and where they are in now; ended and reset by who may change operators. */
export function OperatorSecurity({ operator }: { operator: Person }) {
  const provider = useDataProvider<PlacetDataProvider>();
  const mayChange = useRight('organisation.operators:modify');
  const { data, error, isPending } = useQuery({
    queryKey: ['operators', operator.id, 'security'],
    queryFn: () => provider.ask<Security>(`/operators/${operator.id}/security`),
    staleTime: 0,
  });
  if (error !== null) return <ProblemAlert failure={error} />;
  if (isPending) return <Skeleton variant="rounded" height={120} />;
  return (
    <>
      <SecondFactor operator={operator} security={data} mayReset={mayChange} />
      <Sessions operator={operator} security={data} mayEnd={mayChange} />
    </>
  );
}
