import { TextField } from '@mui/material';
import { useState } from 'react';
import { useInput } from 'react-admin';
import { useText } from '../../messages/use-text.ts';
import { useFieldLabel } from '../records/use-record-text.ts';
import type { EntryProps } from './TextEntry.tsx';

/** The numbers in what was typed, the greatest first; words without a number say that there is none. */
function daysOf(typed: string): number[] | null {
  if (typed.trim() === '') return null;
  return [...new Set(typed.match(/\d+/g)?.map(Number))].sort((a, b) => b - a);
}

/** Several numbers of days, such as `7, 2`; left empty, nothing is said. */
export function DaysEntry({ field, help }: Pick<EntryProps, 'field' | 'help'>) {
  const label = useFieldLabel();
  const text = useText();
  const { id, field: input, fieldState } = useInput<{ [name: string]: number[] | null }>({ source: field });
  const value: unknown = input.value;
  const days = Array.isArray(value) ? value : null;
  const written = days === null ? '' : days.join(', ') || text('settings.deadlines.noReminder');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      id={id}
      label={label(field)}
      helperText={fieldState.error?.message ?? help}
      error={fieldState.invalid}
      value={typed ?? written}
      onChange={({ target }) => {
        setTyped(target.value);
        input.onChange(daysOf(target.value));
      }}
      onBlur={() => {
        setTyped(null);
        input.onBlur();
      }}
      autoComplete="off"
      fullWidth
    />
  );
}
