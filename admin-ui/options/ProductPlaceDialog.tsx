import { Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetOne, useNotify } from 'react-admin';
import { extraChoiceRight } from '../../rules/options/rights.ts';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type ExtraChoiceForm, linesOf, mostOf } from '../product-options/product-request.ts';
import { ExtraChoices } from '../products/ExtraChoices.tsx';
import { LineChoice } from '../products/LineChoice.tsx';
import type { ProductRecord } from '../products/product-record.ts';
import { useRight } from '../provider/session.ts';
import { faultyLineName, lineName, type OptionLine, type OptionRecord } from './option-record.ts';
import { placedOn } from './place-form.ts';
import { useOptionVerb } from './use-option-verb.ts';
import { isConflict, type VerbDialogProps } from './VerbDialog.tsx';
import { isWarning, useMayGoOn, VerbOutcome } from './VerbOutcome.tsx';

type LineForm = { lineId: string; quantity: number; performanceId: string };

/** As it is placed, else as it was requested. */
function formOf(option: OptionRecord): LineForm[] {
  const placed = option.lines.some((line) => line.placed.length > 0);
  return option.lines.map((line) => ({
    lineId: line.id,
    quantity: placed ? placedOn(line) : line.requestedQuantity,
    performanceId: line.placed[0]?.performanceId ?? line.performanceId,
  }));
}

function Line({
  line,
  product,
  form,
  onChange,
}: {
  line: OptionLine;
  product: ProductRecord | undefined;
  form: LineForm;
  onChange: (form: LineForm) => void;
}) {
  const text = useText();
  const name = lineName(line);
  const own = product?.ownLineId === line.productLineId ? product : undefined;
  const of = product?.lines.find(({ id }) => id === line.productLineId);
  const choosable = own === undefined ? of : { name, productId: own.id, performanceIds: [] };
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} role="group" aria-label={name}>
      <TextField
        type="number"
        size="small"
        label={`${text('products.option.granted')} – ${name}`}
        value={form.quantity}
        onChange={({ target }) =>
          onChange({ ...form, quantity: Math.max(0, Math.trunc(Number(target.value))) })
        }
        slotProps={{ htmlInput: { min: 0 } }}
        sx={{ width: { sm: 260 } }}
      />
      {choosable !== undefined && (
        <LineChoice
          line={choosable}
          value={form.performanceId}
          onChange={(performanceId) => onChange({ ...form, performanceId })}
        />
      )}
    </Stack>
  );
}

/** Places an option on a product: how many of each line, and where; all of it together or nothing. */
export function ProductPlaceDialog({ option, verb, onClose, onDone, onConflict }: VerbDialogProps) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const call = useOptionVerb(option, verb);
  const mayGoOn = useMayGoOn(call.error, 'product');
  const [lines, setLines] = useState(() => formOf(option));
  const [extraChoices, setExtraChoices] = useState<readonly ExtraChoiceForm[]>([]);
  const mayAdd = useRight(extraChoiceRight);
  const [override, setOverride] = useState('');
  const { data: product } = useGetOne<ProductRecord>('products', { id: option.productId ?? '' });
  const submit = () =>
    call.mutate(
      {
        lines,
        ...(extraChoices.length === 0 ? {} : { extraChoices }),
        ...(isWarning(call.error) && override.trim() !== '' ? { override: { reason: override.trim() } } : {}),
      },
      {
        onSuccess: (answer) => {
          const due = answer.confirmationDueAt;
          const granted = answer.lines.flatMap(({ placed }) => placed);
          notify(
            text('optionActs.dialog.placedResult', {
              number: answer.number,
              count: granted.reduce((sum, { quantity }) => sum + quantity, 0),
              due: due === null ? '—' : format.instant(due, option.timeZone),
            }),
            { type: 'success' },
          );
          onClose();
          onDone(answer);
        },
        onError: (failure) => {
          if (isConflict(failure)) onConflict(failure);
        },
      },
    );
  const taken = option.lines.flatMap(({ productLineId }, at) =>
    productLineId === null ? [] : [{ productLineId, performanceId: lines[at]?.performanceId ?? null }],
  );
  /** A faulty line or extra choice by its name. */
  const fieldName = (path: string) => {
    const [list, at] = path.split('.');
    if (list === 'extraChoices') return text('products.option.extra', { rank: Number(at) + 1 });
    return faultyLineName(option.lines, path);
  };
  return (
    <ConfirmDialog
      open
      wide
      title={text('products.option.placeTitle', { number: option.number })}
      submit={text(mayGoOn ? 'optionActs.dialog.override' : 'products.option.place')}
      pending={call.isPending}
      onCancel={onClose}
      onSubmit={submit}
    >
      <Typography color="text.secondary">{text('products.option.placeHelp')}</Typography>
      {option.lines.map((line, at) => {
        const form = lines[at];
        return form === undefined ? null : (
          <Line
            key={line.id}
            line={line}
            product={product}
            form={form}
            onChange={(next) => setLines(lines.map((each, position) => (position === at ? next : each)))}
          />
        );
      })}
      {product !== undefined && mayAdd && (
        <ExtraChoices
          product={product}
          lines={linesOf(product)}
          taken={taken}
          mostOf={(line) => mostOf(line, option.productQuantity ?? 0)}
          choices={extraChoices}
          onChange={setExtraChoices}
        />
      )}
      <VerbOutcome
        kind="product"
        failure={call.error}
        override={override}
        onOverride={setOverride}
        fieldName={fieldName}
      />
    </ConfirmDialog>
  );
}
