import { Button, Stack, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useSession } from '../provider/session.ts';
import { ReturnProblem } from '../sign-in/ReturnProblem.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SessionList } from './SessionList.tsx';
import { type AccountSecurity, deviceText, type OpenSession } from './security-record.ts';

/** One's own sessions: one ends at once, all others after a question. */
function OwnSessions({ security, onChanged }: { security: AccountSecurity; onChanged: () => void }) {
  const text = useText();
  const notify = useNotify();
  const provider = useDataProvider<PlacetDataProvider>();
  const [asked, setAsked] = useState(false);
  const end = useMutation({
    mutationFn: (session: OpenSession | null) =>
      provider.end<{ ended: number }>(
        session === null ? '/account/sessions' : `/account/sessions/${session.id}`,
        crypto.randomUUID(),
      ),
    onSuccess: ({ ended }, session) => {
      notify(
        session === null
          ? text('account.sessions.endedAll', { smart_count: ended })
          : text('account.sessions.ended', { device: deviceText(session.device, text) }),
        { type: 'success' },
      );
    },
    onSettled: () => {
      setAsked(false);
      onChanged();
    },
  });
  const others = security.sessions.filter(({ current }) => !current);
  return (
    <Section
      title={text('account.sessions.title')}
      action={
        others.length > 0 && (
          <Button size="small" onClick={() => setAsked(true)}>
            {text('account.sessions.endOthers')}
          </Button>
        )
      }
    >
      {end.error !== null && <ProblemAlert failure={end.error} />}
      <SessionList
        sessions={security.sessions}
        pending={end.isPending}
        onEnd={(session) => end.mutate(session)}
      />
      <ConfirmDialog
        open={asked}
        title={text('account.sessions.endOthers')}
        submit={text('account.sessions.endOthers')}
        pending={end.isPending}
        onCancel={() => setAsked(false)}
        onSubmit={() => end.mutate(null)}
      >
        <Typography>{text('account.sessions.endOthersBody', { smart_count: others.length })}</Typography>
      </ConfirmDialog>
    </Section>
  );
}

/** The security of one's own account: second factor, sessions, the issuer's word. */
export function AccountPage() {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const name = useSession()?.operator.name;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['account', 'security'],
    queryFn: () => provider.ask<AccountSecurity>('/account/security'),
    staleTime: 0,
  });
  if (isPending) return <PageSkeleton />;
  const changed = () => void refetch();
  return (
    <>
      <PageHeader title={text('frame.page.account')} subtitle={name} />
      <Stack spacing={2} sx={{ maxWidth: 820 }}>
        <ReturnProblem />
        {error !== null && <ProblemAlert failure={error} />}
        {data !== undefined && (
          <>
            <SecondFactorSection security={data} onChanged={changed} />
            <IdentitySection linkedAt={data.linkedAt} onChanged={changed} />
            <OwnSessions security={data} onChanged={changed} />
          </>
        )}
      </Stack>
    </>
  );
}
