import {
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  MenuItem,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { readCents, writeCents } from '../../rules/money.ts';
import { type PaymentMeans, paymentMeans, type RestChoice } from '../../rules/orders/basket-life.ts';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { BasketRecord } from './basket-record.ts';
import { type Choice, paidLines, sumOf } from './chosen-places.ts';
import { useOrderAct } from './use-order-act.ts';

type PayForm = {
  amount: string;
  means: PaymentMeans;
  reference: string;
  rest: RestChoice;
  reason: string;
};

/** What becomes of the places that are not paid. */
function RestField({
  rest,
  count,
  insured,
  onChange,
}: {
  rest: RestChoice;
  count: number;
  /** Nothing of the order is given back without the rest. */
  insured: boolean;
  onChange: (rest: RestChoice) => void;
}) {
  const text = useText();
  const labelId = useId();
  return (
    <FormControl>
      <FormLabel id={labelId}>{text('baskets.basket.rest')}</FormLabel>
      <FormHelperText sx={{ mx: 0 }}>
        {text('baskets.basket.restCount', { smart_count: count, count })}
      </FormHelperText>
      <RadioGroup
        aria-labelledby={labelId}
        value={rest}
        onChange={(_event, value) => onChange(value === 'release' ? 'release' : 'keep')}
      >
        <FormControlLabel value="keep" control={<Radio />} label={text('baskets.basket.keep')} />
        <FormControlLabel
          value="release"
          control={<Radio />}
          disabled={insured}
          label={text('baskets.basket.release')}
        />
      </RadioGroup>
      <FormHelperText sx={{ mx: 0 }}>
        {text(rest === 'keep' ? 'baskets.basket.keepHelp' : 'baskets.basket.releaseHelp')}
        {insured && ` ${text('baskets.basket.insuredHelp')}`}
      </FormHelperText>
    </FormControl>
  );
}

/** Writes a payment down: what was paid, how, and what becomes of the rest. */
export function PayDialog({
  basket,
  choice,
  onClose,
}: {
  basket: BasketRecord;
  choice: Choice;
  onClose: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const { amountCents, rest } = sumOf(basket.lines, choice);
  const [form, setForm] = useState<PayForm>({
    amount: writeCents(amountCents, format.locale === 'fr' ? ',' : '.'),
    means: 'card',
    reference: '',
    rest: 'keep',
    reason: '',
  });
  const [wrong, setWrong] = useState(false);
  const call = useOrderAct<{ paidCents: number }>(`/baskets/${basket.id}/pay-by-hand`, basket.version);
  const paid = readCents(form.amount);
  const submit = () => {
    if (paid === undefined) return setWrong(true);
    const lines = paidLines(basket.lines, choice);
    call.mutate(
      {
        amountCents: paid,
        means: form.means,
        ...(form.reference.trim() === '' ? {} : { reference: form.reference.trim() }),
        ...(lines === null ? {} : { lines, rest: form.rest }),
        ...(form.reason.trim() === '' ? {} : { reason: form.reason.trim() }),
      },
      {
        onSuccess: ({ paidCents }) => {
          const amount = format.money(paidCents, basket.currency);
          notify(text('baskets.basket.paidResult', { amount }), { type: 'success' });
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      open
      title={text('baskets.basket.payOf', { amount: format.money(amountCents, basket.currency) })}
      submit={text('baskets.basket.pay')}
      pending={call.isPending}
      onCancel={onClose}
      onSubmit={submit}
    >
      <TextField
        label={text('baskets.basket.amount')}
        value={form.amount}
        required
        error={wrong && paid === undefined}
        helperText={text(
          wrong && paid === undefined ? 'baskets.basket.amountWrong' : 'baskets.basket.amountHelp',
        )}
        onChange={(event) => setForm({ ...form, amount: event.target.value })}
        slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 14 } }}
        autoFocus
      />
      <TextField
        select
        required
        label={text('baskets.basket.means')}
        value={form.means}
        onChange={(event) =>
          setForm({ ...form, means: paymentMeans.find((each) => each === event.target.value) ?? 'other' })
        }
      >
        {paymentMeans.map((means) => (
          <MenuItem key={means} value={means}>
            {text(`baskets.means.${means}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={text('baskets.basket.reference')}
        value={form.reference}
        helperText={text('baskets.basket.referenceHelp')}
        onChange={(event) => setForm({ ...form, reference: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      {rest > 0 && (
        <RestField
          rest={form.rest}
          count={rest}
          insured={basket.insured}
          onChange={(next) => setForm({ ...form, rest: next })}
        />
      )}
      {rest > 0 && form.rest === 'release' && (
        <TextField
          label={text('baskets.basket.reason')}
          helperText={text('baskets.basket.reasonHelp')}
          value={form.reason}
          onChange={(event) => setForm({ ...form, reason: event.target.value })}
          multiline
          minRows={2}
        />
      )}
      {call.error !== null && (
        <ProblemAlert
          failure={call.error}
          fieldName={(path) => (path === 'amountCents' ? text('baskets.basket.amount') : undefined)}
        />
      )}
    </ConfirmDialog>
  );
}
