import { Alert, Box, Typography } from '@mui/material';
import { When } from '../../frame/When.tsx';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import type { TogetherPreview } from './together-preview.ts';

/** The proposal in a sentence, whether it is the best there is, and what is left on each performance. */
export function TogetherSummary({ preview: { totals, performances } }: { preview: TogetherPreview }) {
  const text = useText();
  const format = useFormat();
  const unplaced = totals.options - totals.placed;
  const seats = (count: number) =>
    text('together.seats', { smart_count: count, count: format.number(count) });
  const severity = totals.placed === 0 ? 'error' : unplaced === 0 ? 'success' : 'warning';
  return (
    <Alert severity={severity}>
      <Typography variant="subtitle2" component="p">
        {text('together.summary', {
          options: text('together.options', { smart_count: totals.options }),
          seats: seats(totals.seats),
          placed: text('together.placed', { smart_count: totals.placed }),
          unplaced:
            unplaced === 0
              ? text('together.unplaced')
              : text('together.unplacedSome', { smart_count: unplaced }),
        })}
      </Typography>
      <Typography variant="body2">
        {totals.filled >= totals.most
          ? text('together.best', { seats: seats(totals.filled) })
          : text('together.found', { seats: seats(totals.filled), most: format.number(totals.most) })}
      </Typography>
      <Box component="ul" aria-label={text('together.performances')} sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {performances.map(({ id, eventName, startsAt, timeZone, free, left }) => (
          <li key={id}>
            {eventName}, <When startsAt={startsAt} timeZone={timeZone} />
            {' – '}
            {text('together.left', { seats: seats(left), free: format.number(free) })}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
