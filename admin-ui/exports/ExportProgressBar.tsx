import { Alert, Box, Button, LinearProgress, Paper, Snackbar, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { RunningExport } from './use-export.ts';

/** A quicker export is told by its end alone. */
const patienceMs = 1_000;
const doneMs = 6_000;

function useLong(running: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [running]);
  return long;
}

/** How far an export is, how it ended, and the way out of it. */
export function ExportProgressBar({ running }: { running: RunningExport }) {
  const text = useText();
  const format = useFormat();
  const { state, cancel, dismiss } = running;
  const long = useLong(state.kind === 'running');
  const place = { vertical: 'bottom', horizontal: 'center' } as const;
  if (state.kind === 'running') {
    const { progress } = state;
    const said =
      progress === null
        ? text('lists.export.starting')
        : text('lists.export.running', {
            rows: format.number(progress.rows),
            size: format.number(Math.round(progress.bytes / 100_000) / 10),
          });
    return (
      <Snackbar open={long} anchorOrigin={place}>
        <Paper elevation={6} sx={{ p: 2, width: 340, maxWidth: '100%' }}>
          <Typography variant="body2" role="status" gutterBottom>
            {said}
          </Typography>
          <LinearProgress aria-label={text('lists.export.progress')} />
          <Box sx={{ textAlign: 'right', mt: 1 }}>
            <Button size="small" onClick={cancel}>
              {text('lists.export.cancel')}
            </Button>
          </Box>
        </Paper>
      </Snackbar>
    );
  }
  if (state.kind === 'failed') {
    return (
      <Snackbar open anchorOrigin={place}>
        <Paper elevation={6} sx={{ p: 2, maxWidth: 480 }}>
          <Typography gutterBottom>{text('lists.export.failed')}</Typography>
          <ProblemAlert failure={state.failure} />
          <Box sx={{ textAlign: 'right', mt: 1 }}>
            <Button size="small" onClick={dismiss}>
              {text('lists.export.close')}
            </Button>
          </Box>
        </Paper>
      </Snackbar>
    );
  }
  return (
    <Snackbar
      open={state.kind === 'done'}
      anchorOrigin={place}
      autoHideDuration={doneMs}
      onClose={(_, reason) => reason === 'timeout' && dismiss()}
    >
      <Alert severity="success" onClose={dismiss} closeText={text('lists.export.close')}>
        {text('lists.export.done', { rows: format.number(state.kind === 'done' ? state.rows : 0) })}
      </Alert>
    </Snackbar>
  );
}
