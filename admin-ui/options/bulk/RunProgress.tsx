import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { useText } from '../../messages/use-text.ts';
import type { PortionedRun } from './use-portioned-run.ts';

/** How far a run is. */
export function RunProgress({ run, label }: { run: PortionedRun; label: string }) {
  const text = useText();
  if (!run.isRunning) return null;
  return (
    <Box role="status">
      <Typography gutterBottom>{text('bulk.running', { done: run.done, total: run.total })}</Typography>
      <LinearProgress
        variant="determinate"
        value={(100 * run.done) / Math.max(1, run.total)}
        aria-label={label}
      />
    </Box>
  );
}

/** How many options a run did, and how many it did not. */
export function RunOutcome({ results }: Pick<PortionedRun, 'results'>) {
  const text = useText();
  const total = results.size;
  const done = [...results.values()].filter(({ ok }) => ok).length;
  const failed = total - done;
  return (
    <Alert severity={failed === 0 ? 'success' : 'warning'} role="status">
      {failed === 0
        ? text('bulk.doneAll', { smart_count: done })
        : text('bulk.doneSome', { done, total, smart_count: failed })}
    </Alert>
  );
}
