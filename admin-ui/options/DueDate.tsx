import { Box, Typography } from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { DueWords } from './DueWords.tsx';

/** A due date on the venue's clock; while something is still awaited, how long remains or since when it is late. */
export function DueDate({
  dueAt,
  timeZone,
  running,
}: {
  dueAt: string | null;
  timeZone: string;
  running: boolean;
}) {
  const format = useFormat();
  if (dueAt === null)
    return (
      <Typography component="span" color="text.secondary">
        —
      </Typography>
    );
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      <time dateTime={dueAt}>{format.instant(dueAt, timeZone)}</time>
      {running && <DueWords dueAt={dueAt} />}
    </Box>
  );
}
