import { Box, LinearProgress, Typography } from '@mui/material';
import { useText } from '../messages/use-text.ts';
import type { Gauge } from './use-gauges.ts';

/** How full a performance is: taken over capacity, in figures and as a bar. */
export function GaugeBar({ gauge }: { gauge: Gauge | undefined }) {
  const text = useText();
  if (gauge === undefined) return null;
  const { taken, capacity } = gauge;
  if (capacity === 0) {
    return (
      <Typography variant="caption" color="text.secondary" component="div">
        {text('settings.calendar.noStock')}
      </Typography>
    );
  }
  return (
    <Box sx={{ minWidth: 72 }}>
      <Typography variant="caption" component="div" aria-hidden="true">
        {`${taken} / ${capacity}`}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={Math.min(100, (100 * taken) / capacity)}
        color={taken > capacity ? 'error' : 'primary'}
        aria-label={text('settings.calendar.taken', { taken, capacity })}
        sx={{ height: 4, borderRadius: 2 }}
      />
    </Box>
  );
}
