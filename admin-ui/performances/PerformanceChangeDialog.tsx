import { Alert, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { cityOf, useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { VenueInstantField } from '../options/VenueInstantField.tsx';
import { problemOf } from '../provider/problem.ts';
import { PerformanceChangePreview } from './PerformanceChangePreview.tsx';
import type { PerformanceRow } from './performance-record.ts';
import { type ChangeVerb, usePerformanceChange } from './use-performance-change.ts';

type Form = { startsAt: string | null; reason: string };

function ChangeForm({
  performance,
  verb,
  form,
  missing,
  onChange,
}: {
  performance: PerformanceRow;
  verb: ChangeVerb;
  form: Form;
  missing: boolean;
  onChange: (form: Form) => void;
}) {
  const text = useText();
  const moves = verb === 'move-performance';
  const words = moves ? 'move' : 'cancel';
  const help = `${text('frame.common.localTime', { city: cityOf(performance.timeZone) })}.`;
  return (
    <>
      <Typography>{text(`performanceChange.${words}.body`)}</Typography>
      <Typography>{text('performanceChange.letterNote')}</Typography>
      {moves && (
        <VenueInstantField
          label={text('performanceChange.move.startsAt')}
          help={missing && form.startsAt === null ? text('performanceChange.move.startsAtMissing') : help}
          value={form.startsAt}
          timeZone={performance.timeZone}
          onChange={(startsAt) => onChange({ ...form, startsAt })}
        />
      )}
      <TextField
        label={text(`performanceChange.${words}.reason`)}
        helperText={text(
          missing && !moves
            ? 'performanceChange.cancel.reasonMissing'
            : `performanceChange.${words}.reasonHelp`,
        )}
        error={missing && !moves}
        required={!moves}
        value={form.reason}
        onChange={(event) => onChange({ ...form, reason: event.target.value })}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </>
  );
}

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
  const [form, setForm] = useState<Form>({ startsAt: null, reason: '' });
  const [missing, setMissing] = useState(false);
  const [stale, setStale] = useState(false);
  const words = verb === 'move-performance' ? 'move' : 'cancel';
  const reason = form.reason.trim();
  const shown = preview.data;
  const look = () => {
    change.reset();
    preview.mutate(form.startsAt);
  };
  const act = () => {
    if (shown === undefined) {
      const complete = words === 'move' ? form.startsAt !== null : reason !== '';
      setMissing(!complete);
      if (complete) look();
      return;
    }
    change.mutate(
      { shown, startsAt: form.startsAt, reason },
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
  const title = `${text(`performanceChange.${words}.title`)} – ${performance.eventName}, ${format.performance(performance.startsAt, performance.timeZone)}`;
  return (
    <ConfirmDialog
      open
      wide
      title={title}
      submit={text(shown === undefined ? 'performanceChange.preview' : `performanceChange.${words}.submit`)}
      {...(shown === undefined ? {} : { cancel: text('performanceChange.back') })}
      pending={preview.isPending || change.isPending}
      destructive={shown !== undefined && words === 'cancel'}
      onCancel={shown === undefined ? onClose : back}
      onSubmit={act}
    >
      {shown === undefined ? (
        <ChangeForm
          performance={performance}
          verb={verb}
          form={form}
          missing={missing}
          onChange={(next) => {
            setForm(next);
            setMissing(false);
          }}
        />
      ) : (
        <>
          {stale && <Alert severity="warning">{text('performanceChange.stale')}</Alert>}
          <PerformanceChangePreview preview={shown} />
        </>
      )}
      {failure !== null && <ProblemAlert failure={failure} />}
    </ConfirmDialog>
  );
}
