import { RadioButtonGroupInput, SelectInput } from 'react-admin';
import { useFieldLabel } from '../records/use-record-text.ts';
import { type EntryProps, isRequired } from './TextEntry.tsx';

/** One of a few words: side by side when asked for, else in a menu. */
export function ChoiceEntry(
  props: EntryProps & {
    choices: readonly { id: string; name: string }[];
    inline?: boolean;
    /** What nothing chosen means, where that may be. */
    empty?: string;
  },
) {
  const label = useFieldLabel();
  const { field, help, disabled = false, choices, inline = false, empty } = props;
  const shared = {
    source: field,
    label: label(field),
    helperText: help ?? false,
    choices: [...choices],
    translateChoice: false,
    disabled,
    ...(props.required === true ? { validate: isRequired } : {}),
  };
  return inline ? (
    <RadioButtonGroupInput {...shared} />
  ) : (
    <SelectInput {...shared} {...(empty === undefined ? {} : { emptyText: empty })} fullWidth />
  );
}
