import { Button, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { issuerPath, useIssuer } from '../sign-in/use-issuer.ts';

/** Whether the issuer of the house vouches for one's account; nothing where there is none. */
export function IdentitySection({ linkedAt, onChanged }: { linkedAt: string | null; onChanged: () => void }) {
  const text = useText();
  const format = useFormat();
  const provider = useDataProvider<PlacetDataProvider>();
  const issuer = useIssuer();
  const unlink = useMutation({
    mutationFn: () => provider.end('/account/identity', crypto.randomUUID()),
    onSuccess: onChanged,
  });
  if (issuer === null) return null;
  const { name } = issuer;
  return (
    <Section title={name}>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        {unlink.error !== null && <ProblemAlert failure={unlink.error} />}
        <Typography>
          {linkedAt === null
            ? text('account.identity.none', { name })
            : text('account.identity.since', { name, at: format.instant(linkedAt) })}
        </Typography>
        {linkedAt === null ? (
          <Button variant="outlined" href={issuerPath}>
            {text('account.identity.link', { name })}
          </Button>
        ) : (
          <Button variant="outlined" color="error" loading={unlink.isPending} onClick={() => unlink.mutate()}>
            {text('account.identity.unlink')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
