import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Failure } from './Failure.tsx';
import type { Asked } from './use-asked.ts';
import { useWords } from './words/use-words.ts';

/** Shows what was asked for once it is there, that it takes long, or why it failed. */
export function Await<Data>({
  asked,
  children,
}: {
  asked: Asked<Data>;
  children: (data: Data) => ReactNode;
}) {
  const { words } = useWords();
  if (asked.failure !== null) return <Failure failure={asked.failure} again={asked.again} />;
  if (asked.data !== null) return children(asked.data);
  return (
    <Box role="status" sx={{ py: 3 }}>
      <LinearProgress aria-label={words.loading} />
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {asked.slow ? words.slow : words.loading}
      </Typography>
    </Box>
  );
}
