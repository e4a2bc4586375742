import { required, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useFormat } from '../../messages/use-format.ts';
import type { FieldName } from '../records/record-kind.ts';
import { useFieldLabel } from '../records/use-record-text.ts';

export type EntryProps = {
  field: FieldName;
  required?: boolean;
  help?: string;
  disabled?: boolean;
};

export const isRequired = required('frame.common.required');

/** A calendar day, read back in plain words: the field itself writes it as the browser does. */
export function DayEntry({ field, required: needed = false }: Pick<EntryProps, 'field' | 'required'>) {
  const format = useFormat();
  const value: unknown = useWatch({ name: field });
  const whole = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  return (
    <TextEntry
      field={field}
      type="date"
      required={needed}
      {...(whole ? { help: format.longDay(value) } : {})}
    />
  );
}

/** A text of a settings record. */
export function TextEntry(
  props: EntryProps & { type?: 'text' | 'email' | 'tel' | 'date'; maxLength?: number; autoFocus?: boolean },
) {
  const label = useFieldLabel();
  const { field, help, disabled = false, type = 'text', maxLength = 200, autoFocus = false } = props;
  return (
    <TextInput
      source={field}
      label={label(field)}
      helperText={help ?? false}
      type={type}
      {...(props.required === true ? { validate: isRequired } : {})}
      readOnly={disabled}
      disabled={disabled}
      autoFocus={autoFocus}
      autoComplete="off"
      fullWidth
      slotProps={{
        ...(type === 'date' ? { inputLabel: { shrink: true } } : {}),
        htmlInput: { maxLength },
      }}
    />
  );
}
