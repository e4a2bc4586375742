import { Box, Typography } from '@mui/material';
import { useNow } from '../frame/use-now.ts';
import { dueSpan } from '../messages/due-span.ts';
import { useFormat } from '../messages/use-format.ts';
import { type Text, useText } from '../messages/use-text.ts';

function tell(dueAt: string, now: number, text: Text): { words: string; colour: string } {
  const { late, soon, unit, count } = dueSpan(dueAt, now);
  const span = text(`options.due.${unit}`, { count });
  if (late) return { words: text('options.due.late', { span }), colour: 'error.main' };
  return { words: text('options.due.in', { span }), colour: soon ? 'warning.main' : 'text.secondary' };
}

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
  const text = useText();
  const format = useFormat();
  const now = useNow();
  if (dueAt === null)
    return (
      <Typography component="span" color="text.secondary">
        —
      </Typography>
    );
  const { words, colour } = tell(dueAt, now, text);
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      <time dateTime={dueAt}>{format.instant(dueAt, timeZone)}</time>
      {running && (
        <Typography
          component="span"
          variant="body2"
          sx={{ display: 'block', color: colour, fontWeight: 600 }}
        >
          {words}
        </Typography>
      )}
    </Box>
  );
}
