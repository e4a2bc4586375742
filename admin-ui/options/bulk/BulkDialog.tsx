import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { useId, useState } from 'react';
import { type OptionKind, overrideRight } from '../../../rules/options/rights.ts';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { useNow } from '../../frame/use-now.ts';
import { useFormat } from '../../messages/use-format.ts';
import { type TextKey, useText } from '../../messages/use-text.ts';
import { problemOf } from '../../provider/problem.ts';
import { useRight } from '../../provider/session.ts';
import type { OptionRow } from '../option-record.ts';
import { isDestructive } from '../verb-style.ts';
import { BulkPreviewNote } from './BulkPreviewNote.tsx';
import { BulkResults } from './BulkResults.tsx';
import { AgreedDate, BulkMotives, type BulkWords, bodyOf, isReady, noWords } from './BulkWords.tsx';
import { type BulkVerb, possibleOf, previewOf } from './bulk-verbs.ts';
import { RunOutcome, RunProgress } from './RunProgress.tsx';
import { useBulkRun } from './use-bulk-run.ts';
import { useBulkVerbName } from './use-bulk-verb-name.ts';

/** What a verb does to a selection. */
export const explained: Readonly<Record<BulkVerb, TextKey>> = {
  place: 'bulk.explain.place',
  validate: 'bulk.explain.validate',
  extend: 'optionActs.explain.extend',
  refuse: 'optionActs.explain.refuse',
  'cancel-refusal': 'optionActs.explain.cancel-refusal',
  'cancel-confirmation': 'optionActs.explain.cancel-confirmation',
  wait: 'optionActs.explain.wait',
  'leave-waiting': 'optionActs.explain.leave-waiting',
  firm: 'optionActs.explain.firm',
  reinstate: 'optionActs.explain.reinstate',
  cancel: 'optionActs.explain.cancel',
  lapse: 'optionActs.explain.lapse',
  withdraw: 'optionActs.explain.withdraw',
};

/** A verb on a selection: what it can and cannot do, the motive, its progress, and what became of each option. */
export function BulkDialog({
  verb,
  kind,
  selected,
  onClose,
}: {
  verb: BulkVerb;
  kind: OptionKind;
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
  const mayOverride = useRight(overrideRight(kind));
  const { run, start } = useBulkRun(verb, kind);
  const [words, setWords] = useState<BulkWords>(noWords);
  const [orderGroup] = useState(() => crypto.randomUUID());
  const failed = selected.filter(({ id }) => run.results.get(id)?.ok === false);
  const isLost = run.failure !== null && [0, 503].includes(problemOf(run.failure).status);
  const answered = run.results.size > 0 && !run.isRunning && run.failure === null;
  const undone = selected.filter(({ id }) => run.results.get(id)?.ok !== true);
  const at = new Date(now).toISOString();
  const preview = previewOf(undone, verb, at, format.locale);
  const warned = failed.some(({ id }) => run.results.get(id)?.problem?.code === 'authorisation.warned');
  const close = () => onClose(run.total === 0 ? null : undone.map(({ id }) => id));
  const retried = answered && failed.length > 0 ? failed : possibleOf(undone, verb, at);
  const ready = isReady(verb, retried.length, words);
  const submit = () => {
    if (!run.isRunning && ready)
      void start(retried, { ...bodyOf(words), ...(verb === 'validate' ? { orderGroup } : {}) });
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
            <BulkPreviewNote preview={preview} verb={verb} total={undone.length} />
            <AgreedDate verb={verb} timeZone={selected[0]?.timeZone} words={words} onChange={setWords} />
          </>
        )}
        {run.failure !== null && <ProblemAlert failure={run.failure} />}
        {isLost && <Alert severity="info">{text('bulk.lost')}</Alert>}
        <RunProgress run={run} label={name} />
        {answered && <RunOutcome results={run.results} />}
        {(!answered || failed.length > 0) && (
          <BulkMotives
            verb={verb}
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
