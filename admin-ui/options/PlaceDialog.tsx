import { Alert, Button, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetOne, useNotify } from 'react-admin';
import { Link } from 'react-router';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { useNow } from '../frame/use-now.ts';
import { cityOf, useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { usePerformanceSeats } from '../performance-map/use-performance-seats.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { problemOf } from '../provider/problem.ts';
import { useRight } from '../provider/session.ts';
import { usePrices, useSeatCategories, useStock } from '../stock/use-stock.ts';
import { faultyLineName, type OptionRecord } from './option-record.ts';
import { PlaceLines } from './PlaceLines.tsx';
import { PlacePerformanceField } from './PlacePerformanceField.tsx';
import {
  isOutsideChoices,
  type PlaceFault,
  type PlaceForm,
  placeBody,
  placeFault,
  placeFormOf,
  restOf,
} from './place-form.ts';
import { useOptionVerb } from './use-option-verb.ts';
import { VenueInstantField } from './VenueInstantField.tsx';
import { useVerbLabel } from './VerbBar.tsx';
import { isConflict, type VerbDialogProps } from './VerbDialog.tsx';
import { isWarning, useMayGoOn, VerbOutcome } from './VerbOutcome.tsx';

function usePlaceChoices(performanceId: string) {
  const { data: performance } = useGetOne<PerformanceRow>('performances', { id: performanceId });
  const stock = useStock(performanceId);
  const { data: prices = [] } = usePrices(performanceId);
  const { data: all = [] } = useSeatCategories(performance?.venueId);
  const open = stock.data ?? [];
  return {
    stock: open,
    refetchStock: stock.refetch,
    prices,
    categories: all.filter(({ id }) => open.some((row) => row.seatCategoryId === id)),
    timeZone: performance?.timeZone,
  };
}

/** What becomes of the due date: one that lies ahead is kept, any other is calculated anew. */
function DueRule({ option }: { option: OptionRecord }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { confirmationDueAt: dueAt, timeZone } = option;
  if (dueAt === null) return text('optionActs.explain.due-calculated');
  const due = format.instant(dueAt, timeZone);
  return Date.parse(dueAt) > now
    ? text('optionActs.explain.due-kept', { due })
    : text('optionActs.explain.due-renewed', { due });
}

/** What becomes of the places that are not granted; nothing to ask when all are. */
function RemainderField({
  rest,
  checked,
  onChange,
}: {
  rest: number;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const text = useText();
  if (rest === 0) return null;
  return (
    <div>
      <FormControlLabel
        control={<Checkbox checked={checked} onChange={(_event, now) => onChange(now)} />}
        label={text('optionActs.dialog.remainder', { smart_count: rest })}
      />
      {checked && (
        <Typography variant="body2" color="text.secondary">
          {text('optionActs.dialog.remainderHelp')}
        </Typography>
      )}
    </div>
  );
}

/** Places an option: how many seats of which category on which date, with what is free beside each line. */
export function PlaceDialog({ option, verb, onClose, onDone, onConflict }: VerbDialogProps) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const label = useVerbLabel()(option, verb);
  const mayAgree = useRight('options.seats.agreed-date:execute');
  const call = useOptionVerb(option, verb);
  const mayGoOn = useMayGoOn(call.error);
  const [form, setForm] = useState<PlaceForm>(() => placeFormOf(option));
  const [fault, setFault] = useState<PlaceFault>(null);
  const {
    stock,
    refetchStock,
    prices,
    categories,
    timeZone = option.timeZone,
  } = usePlaceChoices(form.performanceId);
  const outside = isOutsideChoices(option, form.performanceId);
  const mayReadStock = useRight('stock.stock:read');
  const { data: seats } = usePerformanceSeats(form.performanceId, { polled: false, enabled: mayReadStock });
  const seated = seats?.opened === true;
  const reasonShown = outside || form.confirmationDueAt !== null;
  const change = (part: Partial<PlaceForm>) => {
    setFault(null);
    setForm({ ...form, ...part });
  };
  const ownIn = (seatCategoryId: string) =>
    option.lines
      .flatMap(({ placed }) => placed)
      .filter(
        (seats) => seats.seatCategoryId === seatCategoryId && seats.performanceId === form.performanceId,
      )
      .reduce((sum, { quantity }) => sum + quantity, 0);
  const submit = () => {
    const found = placeFault(option, form);
    setFault(found);
    if (found !== null) return;
    call.mutate(placeBody(form, isWarning(call.error), seated), {
      onSuccess: (answer) => {
        const due = answer.confirmationDueAt;
        notify(
          text('optionActs.dialog.placedResult', {
            number: answer.number ?? option.number,
            count: answer.lines
              .flatMap(({ placed }) => placed)
              .reduce((sum, { quantity }) => sum + quantity, 0),
            due: due === null ? '—' : format.instant(due, timeZone),
          }),
          { type: 'success' },
        );
        onClose();
        onDone(answer);
      },
      onError: (failure) => {
        if (problemOf(failure).code === 'stock.insufficient') void refetchStock();
        if (isConflict(failure)) onConflict(failure);
      },
    });
  };
  return (
    <ConfirmDialog
      open
      wide
      title={`${label} – ${text('frame.page.option', { number: option.number })}`}
      submit={mayGoOn ? text('optionActs.dialog.override') : label}
      pending={call.isPending}
      onCancel={onClose}
      onSubmit={submit}
    >
      <Typography color="text.secondary">
        {text('optionActs.explain.place')} {form.confirmationDueAt === null && <DueRule option={option} />}
      </Typography>
      <PlacePerformanceField
        option={option}
        value={form.performanceId}
        onChange={(performanceId) => change({ performanceId })}
      />
      {outside && <Alert severity="info">{text('optionActs.dialog.outsideChoices')}</Alert>}
      {seated && (
        <Alert
          severity="info"
          action={
            <Button
              component={Link}
              to={`/performances/${form.performanceId}/places?option=${option.id}`}
              color="inherit"
              size="small"
            >
              {text('optionActs.dialog.onMap')}
            </Button>
          }
        >
          {text('optionActs.dialog.onMapHelp')}
        </Alert>
      )}
      <PlaceLines
        lines={form.lines}
        ownIn={ownIn}
        categories={categories}
        stock={stock}
        prices={prices}
        onChange={(lines) => change({ lines })}
      />
      <RemainderField
        rest={restOf(form)}
        checked={form.restWaits}
        onChange={(restWaits) => change({ restWaits })}
      />
      {mayAgree && (
        <VenueInstantField
          label={text('optionActs.dialog.dueAt')}
          help={text('optionActs.dialog.dueHelp', { city: cityOf(timeZone) })}
          value={form.confirmationDueAt}
          timeZone={timeZone}
          onChange={(confirmationDueAt) => change({ confirmationDueAt })}
        />
      )}
      {reasonShown && (
        <TextField
          label={text('optionActs.dialog.reason')}
          helperText={text(
            fault === 'reason' ? 'optionActs.dialog.reasonMissing' : 'optionActs.dialog.reasonHelp',
          )}
          error={fault === 'reason'}
          required
          value={form.reason}
          onChange={(event) => change({ reason: event.target.value })}
          multiline
        />
      )}
      {fault === 'nothing' && <Alert severity="error">{text('optionActs.dialog.nothing')}</Alert>}
      <VerbOutcome
        failure={call.error}
        override={form.override}
        onOverride={(override) => change({ override })}
        fieldName={(path) => faultyLineName(option.lines, path)}
      />
    </ConfirmDialog>
  );
}
