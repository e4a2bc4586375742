import { TextField } from '@mui/material';
import { cityOf } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { VenueInstantField } from '../VenueInstantField.tsx';
import type { BulkVerb } from './bulk-verbs.ts';

/** What all options of a selection are told alike, as it is typed. */
export type BulkWords = { reason: string; override: string; dueAt: string | null };

/** Nothing typed yet. */
export const noWords: BulkWords = { reason: '', override: '', dueAt: null };

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

/** What is sent of it. */
export function bodyOf({ reason, override, dueAt }: BulkWords): Readonly<Record<string, unknown>> {
  return {
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(override.trim() === '' ? {} : { override: { reason: override.trim() } }),
    ...(dueAt === null ? {} : { dueAt }),
  };
}

/** There is something to do; a date is agreed with a motive, and never without a date. */
export function isReady(verb: BulkVerb, options: number, { dueAt, reason }: BulkWords): boolean {
  return options > 0 && (verb !== 'extend' || (dueAt !== null && reason.trim() !== ''));
}

type WordsProps = { disabled: boolean; words: BulkWords; onChange: (words: BulkWords) => void };

/** The motive, and after a warning the one to go on with. */
export function BulkMotives({
  verb,
  asksOverride,
  disabled,
  words,
  onChange,
}: WordsProps & { verb: BulkVerb; asksOverride: boolean }) {
  const text = useText();
  return (
    <>
      {asksReason.includes(verb) && (
        <TextField
          label={text('optionActs.dialog.reason')}
          helperText={text('optionActs.dialog.reasonHelp')}
          value={words.reason}
          onChange={(event) => onChange({ ...words, reason: event.target.value })}
          disabled={disabled}
          multiline
          minRows={2}
          sx={{ mt: 0.5 }}
        />
      )}
      {asksOverride && (
        <TextField
          label={text('optionActs.dialog.overrideReason')}
          helperText={text('optionActs.dialog.overrideHelp')}
          value={words.override}
          onChange={(event) => onChange({ ...words, override: event.target.value })}
          disabled={disabled}
          sx={{ mt: 0.5 }}
        />
      )}
    </>
  );
}

/** The date agreed for the whole selection, on the clock of the first venue. */
export function AgreedDate({
  verb,
  timeZone,
  words,
  onChange,
}: Omit<WordsProps, 'disabled'> & { verb: BulkVerb; timeZone: string | undefined }) {
  const text = useText();
  if (verb !== 'extend' || timeZone === undefined) return null;
  return (
    <VenueInstantField
      label={text('optionActs.dialog.extendAt')}
      help={text('frame.common.localTime', { city: cityOf(timeZone) })}
      value={words.dueAt}
      timeZone={timeZone}
      onChange={(dueAt) => onChange({ ...words, dueAt })}
    />
  );
}
