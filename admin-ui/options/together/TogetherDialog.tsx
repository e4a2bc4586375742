import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  TextField,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { useId, useState } from 'react';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import { RunOutcome, RunProgress } from '../bulk/RunProgress.tsx';
import { TogetherSummary } from './TogetherSummary.tsx';
import { TogetherTable } from './TogetherTable.tsx';
import type { TogetherPreview } from './together-preview.ts';
import { useTogetherPreview } from './use-together-preview.ts';
import { useTogetherRun } from './use-together-run.ts';

function Looking() {
  const text = useText();
  return (
    <Box role="status">
      <Typography gutterBottom>{text('together.looking')}</Typography>
      <LinearProgress aria-label={text('together.looking')} />
    </Box>
  );
}

/** Options that a warning of the rules holds back, and the motive that lets them pass. */
function Warned({ preview, onOverride }: { preview: TogetherPreview; onOverride: (motive: string) => void }) {
  const text = useText();
  const mayOverride = useRight('options.seats.override:execute');
  const [motive, setMotive] = useState('');
  const warned = preview.items.filter(({ obstacles }) => obstacles.some((each) => each.warned)).length;
  if (warned === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, alignItems: 'flex-start' }}>
      <Alert severity="info" sx={{ alignSelf: 'stretch' }}>
        {text('together.warned', { smart_count: warned })}
      </Alert>
      {mayOverride && (
        <>
          <TextField
            label={text('optionActs.dialog.overrideReason')}
            helperText={text('optionActs.dialog.overrideHelp')}
            value={motive}
            onChange={(event) => setMotive(event.target.value)}
            fullWidth
          />
          <Button
            variant="outlined"
            disabled={motive.trim() === ''}
            onClick={() => onOverride(motive.trim())}
          >
            {text('together.again')}
          </Button>
        </>
      )}
    </Box>
  );
}

/** A list of options placed together: the proposal with its reasons, its acceptance, its progress, its result. */
export function TogetherDialog({
  ids,
  onClose,
}: {
  /** The options of the selection. */
  ids: readonly string[];
  /** `left`: the options that are not placed, when something was done. */
  onClose: (left: readonly string[] | null) => void;
}) {
  const text = useText();
  const titleId = useId();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const [asked, setAsked] = useState<{ ids: readonly string[]; override: string; round: number }>({
    ids,
    override: '',
    round: 0,
  });
  const [placed, setPlaced] = useState<ReadonlySet<string>>(new Set());
  const { data: preview, error, isFetching } = useTogetherPreview(asked.ids, asked.override, asked.round);
  const { run, start, clear } = useTogetherRun();
  const answered = run.results.size > 0 && !run.isRunning && run.failure === null;
  const answers = [...run.results.values()];
  const failed = answers.filter(({ ok }) => !ok).map(({ id }) => id);
  const done = new Set([...placed, ...answers.filter(({ ok }) => ok).map(({ id }) => id)]);
  const close = () => onClose(done.size === 0 ? null : ids.filter((id) => !done.has(id)));
  const again = (override: string, some: readonly string[]) => {
    setPlaced(done);
    clear();
    setAsked({ ids: some, override, round: asked.round + 1 });
  };
  const submit = () => {
    if (preview !== undefined && !run.isRunning) void start(preview.items, asked.override);
  };
  return (
    <Dialog
      open
      onClose={run.isRunning ? undefined : close}
      aria-labelledby={titleId}
      fullScreen={narrow}
      fullWidth
      maxWidth="lg"
    >
      <DialogTitle id={titleId} variant="h2" sx={{ pb: 1 }}>
        {text('together.title')}
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        {!answered && !run.isRunning && <Typography>{text('together.explain')}</Typography>}
        {isFetching && <Looking />}
        {error !== null && !isFetching && <ProblemAlert failure={error} />}
        {run.failure !== null && <ProblemAlert failure={run.failure} />}
        {run.failure !== null && <Alert severity="info">{text('bulk.lost')}</Alert>}
        <RunProgress run={run} label={text('together.title')} />
        {answered && <RunOutcome results={run.results} />}
        {preview !== undefined && (
          <>
            {!answered && !run.isRunning && <TogetherSummary preview={preview} />}
            {!answered && !run.isRunning && (
              <Warned preview={preview} onOverride={(motive) => again(motive, asked.ids)} />
            )}
            <TogetherTable key={asked.round} preview={preview} results={run.results} />
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={close} disabled={run.isRunning} color="inherit">
          {text(answered ? 'bulk.close' : 'frame.common.cancel')}
        </Button>
        {answered && failed.length > 0 && (
          <Button variant="contained" onClick={() => again(asked.override, failed)}>
            {text('together.retry', { smart_count: failed.length })}
          </Button>
        )}
        {!answered && preview !== undefined && (
          <Button
            variant="contained"
            loading={run.isRunning}
            disabled={preview.totals.placed === 0}
            onClick={submit}
          >
            {run.failure === null
              ? text('together.submit', { smart_count: preview.totals.placed })
              : text('together.resume')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
