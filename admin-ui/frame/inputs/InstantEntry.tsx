import { TextField } from '@mui/material';
import { useState } from 'react';
import { useInput } from 'react-admin';
import { cityOf, useFormat } from '../../messages/use-format.ts';
import { instantOf, typedOf } from '../../messages/venue-clock.ts';
import { useFieldLabel } from '../records/use-record-text.ts';
import { type EntryProps, isRequired } from './TextEntry.tsx';

/** A date and time typed on the clock of `timeZone`, kept as an instant and read back in plain words. */
export function InstantEntry({ field: source, help, timeZone, ...props }: EntryProps & { timeZone: string }) {
  const label = useFieldLabel();
  const format = useFormat();
  const { id, field, fieldState } = useInput({
    source,
    ...(props.required === true ? { validate: isRequired } : {}),
  });
  const value = typeof field.value === 'string' && field.value !== '' ? field.value : null;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : typedOf(value, timeZone));
  return (
    <TextField
      id={id}
      type="datetime-local"
      label={label(source)}
      required={props.required === true}
      disabled={props.disabled === true}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        field.onChange(event.target.value === '' ? null : instantOf(event.target.value, timeZone));
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.invalid}
      helperText={
        fieldState.error?.message ??
        (value === null ? help : `${format.performance(value, timeZone)} (${cityOf(timeZone)})`)
      }
      slotProps={{ inputLabel: { shrink: true } }}
      fullWidth
    />
  );
}
