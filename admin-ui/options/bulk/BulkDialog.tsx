import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { useId, useState } from 'react';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { useNow } from '../../frame/use-now.ts';
import { cityOf, useFormat } from '../../messages/use-format.ts';
import { type TextKey, useText } from '../../messages/use-text.ts';
import { problemOf } from '../../provider/problem.ts';
import { useRight } from '../../provider/session.ts';
import type { OptionRow } from '../option-record.ts';
import { VenueInstantField } from '../VenueInstantField.tsx';
import { isDestructive } from '../verb-style.ts';
import { BulkResults } from './BulkResults.tsx';
import { type BulkPreview, type BulkVerb, previewOf } from './bulk-verbs.ts';
import { RunOutcome, RunProgress } from './RunProgress.tsx';
import { useBulkRun } from './use-bulk-run.ts';
import { useBulkVerbName } from './use-bulk-verb-name.ts';

/** Verbs whose motive a colleague will look for later. */
const asksReason: readonly BulkVerb[] = [
  'refuse',
  'cancel-refusal',
  'cancel-confirmation',
  'lapse',
  'withdraw',
  'cancel',
  'extend',
];

const explained: Readonly<Record<BulkVerb, TextKey>> = {
  place: 'bulk.explain.place',
  validate: 'bulk.explain.validate',
  extend: 'options.explain.extend',
  refuse: 'options.explain.refuse',
  'cancel-refusal': 'options.explain.cancel-refusal',
  'cancel-confirmation': 'options.explain.cancel-confirmation',
  wait: 'options.explain.wait',
  'leave-waiting': 'options.explain.leave-waiting',
  firm: 'options.explain.firm',
  reinstate: 'options.explain.reinstate',
  cancel: 'options.explain.cancel',
  lapse: 'options.explain.lapse',
  withdraw: 'options.explain.withdraw',
};

const mostNumbers = 12;

function Preview({ preview, verb, total }: { preview: BulkPreview; verb: BulkVerb; total: number }) {
  const text = useText();
  const { impossible, possible, obstacles } = preview;
  const count = text(`bulk.count.${verb}`, { smart_count: total });
  if (impossible === 0) return <Alert severity="success">{text('bulk.allPossible', { count })}</Alert>;
  return (
    <Alert severity={possible.length === 0 ? 'error' : 'warning'}>
      <Typography variant="subtitle2" component="p">
        {possible.length === 0
          ? text('bulk.nonePossible', { count })
          : text('bulk.somePossible', { count, smart_count: impossible })}
      </Typography>
      <Box component="ul" aria-label={text('bulk.why')} sx={{ m: 0, my: 0.5, pl: 2.5 }}>
        {obstacles.map(({ reason, numbers }) => {
          const named = numbers.slice(0, mostNumbers).join(', ');
          const more = numbers.length > mostNumbers ? ', …' : '';
          return <li key={reason}>{text('bulk.because', { reason, numbers: `${named}${more}` })}</li>;
        })}
      </Box>
      {possible.length > 0 && text('bulk.left')}
    </Alert>
  );
}

type Words = { reason: string; override: string; dueAt: string | null };

function bodyOf({ reason, override, dueAt }: Words): Readonly<Record<string, unknown>> {
  return {
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(override.trim() === '' ? {} : { override: { reason: override.trim() } }),
    ...(dueAt === null ? {} : { dueAt }),
  };
}

function Motives({
  asksReason: reason,
  asksOverride: override,
  disabled,
  words,
  onChange,
}: {
  asksReason: boolean;
  asksOverride: boolean;
  disabled: boolean;
  words: Words;
  onChange: (words: Words) => void;
}) {
  const text = useText();
  return (
    <>
      {reason && (
        <TextField
          label={text('options.dialog.reason')}
          helperText={text('options.dialog.reasonHelp')}
          value={words.reason}
          onChange={(event) => onChange({ ...words, reason: event.target.value })}
          disabled={disabled}
          multiline
          minRows={2}
          sx={{ mt: 0.5 }}
        />
      )}
      {override && (
        <TextField
          label={text('options.dialog.overrideReason')}
          helperText={text('options.dialog.overrideHelp')}
          value={words.override}
          onChange={(event) => onChange({ ...words, override: event.target.value })}
          disabled={disabled}
          sx={{ mt: 0.5 }}
        />
      )}
    </>
  );
}

/** There is something to do; a date is agreed with a motive, and never without a date. */
function isReady(verb: BulkVerb, options: readonly OptionRow[], { dueAt, reason }: Words): boolean {
  return options.length > 0 && (verb !== 'extend' || (dueAt !== null && reason.trim() !== ''));
}

/** The date agreed for the whole selection, on the clock of the first venue. */
function AgreedDate({
  verb,
  selected,
  words,
  onChange,
}: {
  verb: BulkVerb;
  selected: readonly OptionRow[];
  words: Words;
  onChange: (words: Words) => void;
}) {
  const text = useText();
  const [first] = selected;
  if (verb !== 'extend' || first === undefined) return null;
  return (
    <VenueInstantField
      label={text('options.dialog.extendAt')}
      help={text('frame.common.localTime', { city: cityOf(first.timeZone) })}
      value={words.dueAt}
      timeZone={first.timeZone}
      onChange={(dueAt) => onChange({ ...words, dueAt })}
    />
  );
}

/** A verb on a selection: what it can and cannot do, the motive, its progress, and what became of each option. */
export function BulkDialog({
  verb,
  selected,
  onClose,
}: {
  verb: BulkVerb;
  /** The options as they stand now, in the order of the selection. */
  selected: readonly OptionRow[];
  /** `failed`: the options that were not done, when the verb was tried. */
  onClose: (failed: readonly string[] | null) => void;
}) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const titleId = useId();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const name = useBulkVerbName()(verb);
  const mayOverride = useRight('options.seats.override:execute');
  const { run, start } = useBulkRun(verb);
  const [words, setWords] = useState<Words>({ reason: '', override: '', dueAt: null });
  const failed = selected.filter(({ id }) => run.results.get(id)?.ok === false);
  const isLost = run.failure !== null && [0, 503].includes(problemOf(run.failure).status);
  const answered = run.results.size > 0 && !run.isRunning && run.failure === null;
  const undone = selected.filter(({ id }) => run.results.get(id)?.ok !== true);
  const preview = previewOf(undone, verb, new Date(now).toISOString(), format.locale);
  const warned = failed.some(({ id }) => run.results.get(id)?.problem?.code === 'authorisation.warned');
  const close = () => onClose(run.total === 0 ? null : undone.map(({ id }) => id));
  const retried = answered && failed.length > 0 ? failed : preview.possible;
  const ready = isReady(verb, retried, words);
  const submit = () => {
    if (!run.isRunning && ready) void start(retried, bodyOf(words));
  };
  return (
    <Dialog
      open
      onClose={run.isRunning ? undefined : close}
      aria-labelledby={titleId}
      fullScreen={narrow}
      maxWidth="md"
    >
      <DialogTitle id={titleId} variant="h2" sx={{ pb: 1 }}>
        {text('bulk.submit', { verb: name, smart_count: selected.length })}
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        {!answered && !run.isRunning && (
          <>
            <Typography>{text(explained[verb])}</Typography>
            <Preview preview={preview} verb={verb} total={undone.length} />
            <AgreedDate verb={verb} selected={selected} words={words} onChange={setWords} />
          </>
        )}
        {run.failure !== null && <ProblemAlert failure={run.failure} />}
        {isLost && <Alert severity="info">{text('bulk.lost')}</Alert>}
        <RunProgress run={run} label={name} />
        {answered && <RunOutcome results={run.results} />}
        {(!answered || failed.length > 0) && (
          <Motives
            asksReason={asksReason.includes(verb)}
            asksOverride={warned && mayOverride}
            disabled={run.isRunning}
            words={words}
            onChange={setWords}
          />
        )}
        {run.results.size > 0 && <BulkResults options={selected} results={run.results} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={close} disabled={run.isRunning} color="inherit">
          {text(answered ? 'bulk.close' : 'frame.common.cancel')}
        </Button>
        {(!answered || failed.length > 0) && (
          <Button
            variant="contained"
            color={isDestructive(verb === 'validate' ? 'confirm' : verb) ? 'error' : 'primary'}
            loading={run.isRunning}
            disabled={!ready}
            onClick={submit}
          >
            {answered
              ? text('bulk.retry', { smart_count: failed.length })
              : text('bulk.submit', { verb: name, smart_count: retried.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
