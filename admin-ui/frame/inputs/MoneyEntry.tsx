import { TextField } from '@mui/material';
import { useState } from 'react';
import { useInput, ValidationError } from 'react-admin';
import { readCents, writeCents } from '../../../rules/money.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useFieldLabel } from '../records/use-record-text.ts';
import type { EntryProps } from './TextEntry.tsx';

/** An amount typed as people write it and kept in cents; an emptied field is nothing, 0. */
export function MoneyEntry({ field: source, help }: Pick<EntryProps, 'field' | 'help'>) {
  const label = useFieldLabel();
  const text = useText();
  const { locale } = useFormat();
  const { id, field, fieldState } = useInput({
    source,
    // what is no amount stays as it was typed, until it is one
    validate: (value: unknown) =>
      typeof value === 'string' && value !== '' ? text('settings.common.amountWrong') : undefined,
  });
  const value: unknown = field.value;
  const [typed, setTyped] = useState<string | null>(null);
  const known = typeof value === 'number' ? writeCents(value, locale === 'fr' ? ',' : '.') : '';
  return (
    <TextField
      id={id}
      label={label(source)}
      value={typed ?? known}
      onChange={({ target }) => {
        setTyped(target.value);
        field.onChange(target.value.trim() === '' ? 0 : (readCents(target.value) ?? target.value));
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.invalid}
      helperText={
        fieldState.error?.message === undefined ? help : <ValidationError error={fieldState.error.message} />
      }
      slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 14 } }}
      fullWidth
    />
  );
}
