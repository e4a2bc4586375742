import { Box, ButtonBase, Divider, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { type Text, useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';

type Demo = { demo: boolean; accounts?: readonly { email: string; role: string }[] };

const roles = ['administrator', 'manager', 'operator', 'finance'] as const;

/** A shipped role by its name; one that a house made keeps its own. */
function roleName(role: string, text: Text): string {
  const known = roles.find((name) => name === role);
  return known === undefined ? role : text(`frame.signIn.demo.roles.${known}`);
}

/** The accounts of a demonstration, where the server says that it is one. */
export function DemoAccounts({ onChoose }: { onChoose: (email: string) => void }) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const { data } = useQuery({
    queryKey: ['demo'],
    queryFn: () => provider.ask<Demo>('/demo'),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data?.demo !== true || data.accounts === undefined) return null;
  return (
    <Box>
      <Divider sx={{ mb: 1.5 }}>
        <Typography variant="overline" color="text.secondary">
          {text('frame.signIn.demo.title')}
        </Typography>
      </Divider>
      <Typography variant="body2" color="text.secondary" gutterBottom>
        {text('frame.signIn.demo.intro')}
      </Typography>
      <Stack spacing={0.75} sx={{ mt: 1 }}>
        {data.accounts.map(({ email, role }) => (
          <ButtonBase
            key={email}
            onClick={() => onChoose(email)}
            sx={{
              justifyContent: 'space-between',
              gap: 2,
              px: 1.5,
              py: 1,
              border: 1,
              borderColor: 'divider',
              borderRadius: 2,
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {email}
            </Typography>
            <Typography variant="body2" color="text.secondary">
              {roleName(role, text)}
            </Typography>
          </ButtonBase>
        ))}
      </Stack>
    </Box>
  );
}
