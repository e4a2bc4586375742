import { cityOf, useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type FileChoice, FileField } from './FileField.tsx';
import { InsuredField } from './InsuredField.tsx';
import type { OptionRecord } from './option-record.ts';
import { VenueInstantField } from './VenueInstantField.tsx';

export type ConfirmFieldValues = { paymentDueAt: string | null; file: FileChoice; insured: boolean };

/** What is said at a validation: until when its order is to be paid, which file it goes into, whether it is insured. */
export function ConfirmFields({
  option,
  usualDue,
  fields,
  fileMissing,
  onChange,
}: {
  option: OptionRecord;
  /** The payment date that comes by itself. */
  usualDue: string;
  fields: ConfirmFieldValues;
  fileMissing: boolean;
  onChange: (fields: Partial<ConfirmFieldValues>) => void;
}) {
  const text = useText();
  const format = useFormat();
  const { timeZone } = option;
  return (
    <>
      <VenueInstantField
        label={text('optionActs.dialog.paymentDueAt')}
        help={`${text('frame.common.localTime', { city: cityOf(timeZone) })}. ${text('optionActs.dialog.paymentDueHelp', { due: format.instant(usualDue, timeZone) })}`}
        value={fields.paymentDueAt}
        timeZone={timeZone}
        onChange={(paymentDueAt) => onChange({ paymentDueAt })}
      />
      <FileField
        option={option}
        choice={fields.file}
        missing={fileMissing}
        onChange={(file) => onChange({ file })}
      />
      <InsuredField insured={fields.insured} onChange={(insured) => onChange({ insured })} />
    </>
  );
}
