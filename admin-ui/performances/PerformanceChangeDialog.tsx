import { Alert, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { problemOf } from '../provider/problem.ts';
import { ConfigurationDecisions, isPossible } from './ConfigurationDecisions.tsx';
import { changeWords, PerformanceChangeForm } from './PerformanceChangeForm.tsx';
import { PerformanceChangePreview } from './PerformanceChangePreview.tsx';
import type { PerformanceRow } from './performance-record.ts';
import {
  type ChangeVerb,
  type ChangeWish,
  questionOf,
  usePerformanceChange,
} from './use-performance-change.ts';

const nothingYet: ChangeWish = {
  startsAt: null,
  configurationId: null,
  reason: '',
  takeBack: false,
  movePromised: false,
};

/** Asks what is to be, shows who is concerned, and does it: in this order, and nothing else than what was shown. */
export function PerformanceChangeDialog({
  performance,
  verb,
  onClose,
}: {
  performance: PerformanceRow;
  verb: ChangeVerb;
  onClose: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const { preview, change } = usePerformanceChange(performance.id, verb);
  const [wish, setWish] = useState(nothingYet);
  const [missing, setMissing] = useState(false);
  const [stale, setStale] = useState(false);
  const words = changeWords[verb];
  const shown = preview.data;
  const look = () => {
    change.reset();
    setWish({ ...wish, takeBack: false, movePromised: false });
    preview.mutate(wish);
  };
  const act = () => {
    if (shown === undefined) {
      const complete = questionOf(verb, wish) !== null;
      setMissing(!complete);
      if (complete) look();
      return;
    }
    change.mutate(
      { shown, wish },
      {
        onSuccess: ({ options }) => {
          notify(text(`performanceChange.${words}.done`, { options: format.number(options) }), {
            type: 'success',
          });
          onClose();
        },
        onError: (failure) => {
          const { code } = problemOf(failure);
          if (code !== 'performance.previewStale' && code !== 'record.version') return;
          setStale(true);
          look();
        },
      },
    );
  };
  const back = () => {
    setStale(false);
    preview.reset();
    change.reset();
  };
  const failure = change.error ?? preview.error;
  return (
    <ConfirmDialog
      open
      wide
      title={text(`performanceChange.${words}.title`)}
      submit={text(shown === undefined ? 'performanceChange.preview' : `performanceChange.${words}.submit`)}
      {...(shown === undefined ? {} : { cancel: text('performanceChange.back') })}
      pending={preview.isPending || change.isPending}
      disabled={shown !== undefined && !isPossible(shown, wish)}
      destructive={shown !== undefined && words === 'cancel'}
      onCancel={shown === undefined ? onClose : back}
      onSubmit={act}
    >
      <Typography sx={{ fontWeight: 650 }}>
        {performance.eventName} – {format.performance(performance.startsAt, performance.timeZone)}
      </Typography>
      {shown === undefined ? (
        <PerformanceChangeForm
          performance={performance}
          verb={verb}
          wish={wish}
          missing={missing}
          onChange={(next) => {
            setWish(next);
            setMissing(false);
          }}
        />
      ) : (
        <>
          {stale && <Alert severity="warning">{text('performanceChange.stale')}</Alert>}
          <PerformanceChangePreview preview={shown} />
          <ConfigurationDecisions preview={shown} wish={wish} onChange={setWish} />
        </>
      )}
      {failure !== null && <ProblemAlert failure={failure} />}
    </ConfirmDialog>
  );
}
