import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { lifeRow, type OptionVerb } from '../../rules/options/life.ts';
import { ConfirmDialog } from '../frame/ConfirmDialog.tsx';
import { useNow } from '../frame/use-now.ts';
import { cityOf, type Format, useFormat } from '../messages/use-format.ts';
import { type Text, useText } from '../messages/use-text.ts';
import { problemOf } from '../provider/problem.ts';
import { ConfirmFields, type ConfirmFieldValues } from './ConfirmFields.tsx';
import { isFileMissing } from './FileField.tsx';
import { lineName, type OptionAnswer, type OptionRecord } from './option-record.ts';
import { ReleaseField } from './ReleaseField.tsx';
import { isNoLine, namedLines, type ReleasedLines, reachOf } from './released-lines.ts';
import { useOptionVerb, type VerbBody } from './use-option-verb.ts';
import { usualPaymentDue } from './usual-payment-due.ts';
import { VenueInstantField } from './VenueInstantField.tsx';
import { useVerbLabel } from './VerbBar.tsx';
import { isWarning, useMayGoOn, VerbOutcome } from './VerbOutcome.tsx';
import { explained, isDestructive } from './verb-style.ts';

/** Verbs whose motive a colleague will look for later. */
const asksReason: readonly OptionVerb[] = [
  'refuse',
  'withdraw',
  'lapse',
  'cancel-confirmation',
  'cancel-refusal',
  'cancel',
  'leave-waiting',
];

/** Whether a failure means that the person decided on something that is no longer so. */
export function isConflict(failure: unknown): boolean {
  const { status, code } = problemOf(failure);
  return status === 412 || code === 'option.state' || code === 'record.version';
}

type VerbForm = ConfirmFieldValues & {
  reason: string;
  override: string;
  dueAt: string | null;
  lineIds: ReleasedLines;
};

function bodyOf(form: VerbForm, failure: unknown): VerbBody {
  return {
    ...(form.reason.trim() === '' ? {} : { reason: form.reason.trim() }),
    ...(isWarning(failure) && form.override.trim() !== ''
      ? { override: { reason: form.override.trim() } }
      : {}),
    ...(form.paymentDueAt === null ? {} : { paymentDueAt: form.paymentDueAt }),
    ...(form.dueAt === null ? {} : { dueAt: form.dueAt }),
    ...(form.file === null ? {} : { bookingFileId: form.file }),
    ...(form.insured ? { insured: true } : {}),
    ...(form.lineIds === null ? {} : { lineIds: form.lineIds }),
  };
}

function isReasonMissing({ reason }: VerbForm, needsReason: boolean): boolean {
  return needsReason && reason.trim() === '';
}

/** Something that this verb asks for is not said yet. */
function isIncomplete(form: VerbForm, verb: OptionVerb, needsReason: boolean): boolean {
  return (
    isReasonMissing(form, needsReason) ||
    (verb === 'extend' && form.dueAt === null) ||
    isFileMissing(form.file) ||
    isNoLine(form.lineIds)
  );
}

/** Only some of its lines were given back. */
function staysAsItIs({ state }: OptionRecord, verb: OptionVerb, answer: OptionAnswer): boolean {
  return verb === 'lapse' && answer.state === state;
}

function resultOf(
  answer: OptionAnswer,
  verb: OptionVerb,
  { lineIds }: VerbForm,
  option: OptionRecord,
  text: Text,
  format: Format,
): string {
  const { number } = answer;
  const { timeZone } = option;
  const dueAt = answer.paymentDueAt ?? answer.confirmationDueAt;
  if (verb === 'extend' && dueAt !== null)
    return text('optionActs.dialog.extendedResult', { number, due: format.instant(dueAt, timeZone) });
  if (verb === 'resume') return text('optionActs.basket.result', { number });
  if (staysAsItIs(option, verb, answer))
    return text('optionActs.release.result', {
      number,
      lines: namedLines(option, lineIds).map(lineName).join(', '),
    });
  return verb === 'confirm'
    ? text('optionActs.dialog.confirmedResult', { number })
    : text('optionActs.dialog.verbResult', { number, state: format.labels.states[answer.state] });
}

export type VerbDialogProps = {
  option: OptionRecord;
  verb: OptionVerb;
  onClose: () => void;
  /** What the server answered. */
  onDone: (answer: OptionAnswer) => void;
  onConflict: (failure: unknown) => void;
};

/** Asks before a verb is done: what it will do, the motive where one is kept, then the server's answer. */
export function VerbDialog({ option, verb, onClose, onDone, onConflict }: VerbDialogProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const label = useVerbLabel()(option, verb);
  const notify = useNotify();
  const navigate = useNavigate();
  const call = useOptionVerb(option, verb);
  const [usual] = useState(() => usualPaymentDue(option, now));
  const [form, setForm] = useState<VerbForm>({
    reason: '',
    override: '',
    paymentDueAt: verb === 'confirm' ? usual : null,
    dueAt: null,
    file: null,
    insured: false,
    lineIds: null,
  });
  const [missing, setMissing] = useState(false);
  const otherDate = form.paymentDueAt !== null && form.paymentDueAt !== usual;
  const needsReason =
    (lifeRow(option.state, verb)?.needsReason ?? false) || (verb === 'confirm' && otherDate);
  const explanation = explained[verb];
  const mayGoOn = useMayGoOn(call.error, option.kind);
  const isPart = reachOf(option, form.lineIds).scope === 'part';
  const action = isPart ? text('optionActs.release.submit') : label;
  const reasonMissing = missing && isReasonMissing(form, needsReason);
  const submit = () => {
    if (isIncomplete(form, verb, needsReason)) return setMissing(true);
    call.mutate(bodyOf({ ...form, paymentDueAt: otherDate ? form.paymentDueAt : null }, call.error), {
      onSuccess: (answer) => {
        notify(resultOf(answer, verb, form, option, text, format), { type: 'success' });
        onClose();
        if (!staysAsItIs(option, verb, answer)) onDone(answer); // of a part nothing is proposed for a twin
        if (verb === 'resume' && answer.basketId) void navigate(`/baskets/${answer.basketId}/show`);
      },
      onError: (failure) => {
        if (isConflict(failure)) onConflict(failure);
      },
    });
  };
  return (
    <ConfirmDialog
      open
      title={`${label} – ${text('frame.page.option', { number: option.number })}`}
      submit={mayGoOn ? text('optionActs.dialog.override') : action}
      pending={call.isPending}
      destructive={isDestructive(verb)}
      onCancel={onClose}
      onSubmit={submit}
    >
      {explanation !== undefined && !isPart && <Typography>{text(explanation)}</Typography>}
      {verb === 'confirm' && (
        <ConfirmFields
          option={option}
          usualDue={usual}
          fields={form}
          fileMissing={missing && isFileMissing(form.file)}
          onChange={(fields) => setForm({ ...form, ...fields })}
        />
      )}
      {verb === 'lapse' && (
        <ReleaseField
          option={option}
          lineIds={form.lineIds}
          missing={missing && isNoLine(form.lineIds)}
          onChange={(lineIds) => setForm({ ...form, lineIds })}
        />
      )}
      {verb === 'extend' && (
        <VenueInstantField
          label={text('optionActs.dialog.extendAt')}
          help={
            missing && form.dueAt === null
              ? text('optionActs.dialog.extendMissing')
              : text('frame.common.localTime', { city: cityOf(option.timeZone) })
          }
          error={missing && form.dueAt === null}
          value={form.dueAt}
          timeZone={option.timeZone}
          onChange={(dueAt) => setForm({ ...form, dueAt })}
        />
      )}
      {(asksReason.includes(verb) || needsReason) && (
        <TextField
          label={text('optionActs.dialog.reason')}
          helperText={text(
            reasonMissing ? 'optionActs.dialog.reasonMissing' : 'optionActs.dialog.reasonHelp',
          )}
          error={reasonMissing}
          required={needsReason}
          value={form.reason}
          onChange={(event) => setForm({ ...form, reason: event.target.value })}
          multiline
          minRows={2}
          autoFocus
        />
      )}
      <VerbOutcome
        kind={option.kind}
        failure={call.error}
        override={form.override}
        onOverride={(override) => setForm({ ...form, override })}
      />
    </ConfirmDialog>
  );
}
