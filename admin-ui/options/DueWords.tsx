import { Typography } from '@mui/material';
import { useNow } from '../frame/use-now.ts';
import { dueSpan } from '../messages/due-span.ts';
import { type Text, useText } from '../messages/use-text.ts';

function tell(dueAt: string, now: number, text: Text): { words: string; colour: string } {
  const { late, soon, unit, count } = dueSpan(dueAt, now);
  const span = text(`options.due.${unit}`, { count });
  if (late) return { words: text('options.due.late', { span }), colour: 'error.main' };
  return { words: text('options.due.in', { span }), colour: soon ? 'warning.main' : 'text.secondary' };
}

/** How long remains until a date, or since when it is past. */
export function DueWords({ dueAt, inline = false }: { dueAt: string; inline?: boolean }) {
  const { words, colour } = tell(dueAt, useNow(), useText());
  return (
    <Typography
      component="span"
      variant="body2"
      sx={{ display: inline ? 'inline' : 'block', color: colour, fontWeight: 600 }}
    >
      {words}
    </Typography>
  );
}
