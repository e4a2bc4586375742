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
import type { OptionKind } from '../../../rules/options/rights.ts';
import { BulkRunView } from '../../bulk-runs/BulkRunView.tsx';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { useText } from '../../messages/use-text.ts';
import { explained } from './BulkDialog.tsx';
import { BulkPreviewNote } from './BulkPreviewNote.tsx';
import { AgreedDate, BulkMotives, type BulkWords, bodyOf, isReady, noWords } from './BulkWords.tsx';
import type { BulkPreview, BulkVerb } from './bulk-verbs.ts';
import { useBulkVerbName } from './use-bulk-verb-name.ts';
import { useLargeRun } from './use-large-run.ts';

/**
 * A verb on more options than are done at once: what it can and cannot do, the motive, then its progress. It goes on when
 * the dialog is closed.
 */
export function LargeBulkDialog({
  verb,
  kind,
  ids,
  preview,
  timeZone,
  onClose,
}: {
  verb: BulkVerb;
  kind: OptionKind;
  ids: readonly string[];
  preview: BulkPreview;
  timeZone: string | undefined;
  /** `taken`: the verb was handed over. */
  onClose: (taken: boolean) => void;
}) {
  const text = useText();
  const titleId = useId();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const name = useBulkVerbName()(verb);
  const run = useLargeRun(verb, kind);
  const [words, setWords] = useState<BulkWords>(noWords);
  const taken = run.data?.bulkRunId;
  const ready = isReady(verb, preview.possible, words);
  const close = () => onClose(taken !== undefined);
  return (
    <Dialog open onClose={close} aria-labelledby={titleId} fullScreen={narrow} maxWidth="md" fullWidth>
      <DialogTitle id={titleId} variant="h2" sx={{ pb: 1 }}>
        {text('bulk.submit', { verb: name, smart_count: ids.length })}
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        {taken === undefined && (
          <>
            <Typography>{text(explained[verb])}</Typography>
            <BulkPreviewNote preview={preview} verb={verb} total={ids.length} />
            <AgreedDate verb={verb} timeZone={timeZone} words={words} onChange={setWords} />
            <BulkMotives
              verb={verb}
              asksOverride={false}
              disabled={run.isPending}
              words={words}
              onChange={setWords}
            />
            <Alert severity="info">{text('bulk.run.byItself')}</Alert>
            {run.error !== null && <ProblemAlert failure={run.error} />}
          </>
        )}
        {taken !== undefined && <BulkRunView id={taken} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={close} color="inherit">
          {text(taken === undefined ? 'frame.common.cancel' : 'bulk.close')}
        </Button>
        {taken === undefined && (
          <Button
            variant="contained"
            loading={run.isPending}
            disabled={!ready}
            onClick={() => run.mutate({ ids, words: bodyOf(words) })}
          >
            {text('bulk.submit', { verb: name, smart_count: ids.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
