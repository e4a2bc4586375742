import { TextInput } from 'react-admin';
import { useFieldLabel } from '../records/use-record-text.ts';
import type { EntryProps } from './TextEntry.tsx';

function typedOf(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : '';
}

/** Lines of text kept as a list, such as an address. */
export function LinesEntry({ field, help }: Pick<EntryProps, 'field' | 'help'>) {
  const label = useFieldLabel();
  return (
    <TextInput
      source={field}
      label={label(field)}
      helperText={help ?? false}
      format={typedOf}
      parse={(typed: string) => (typed === '' ? [] : typed.split('\n'))}
      multiline
      minRows={2}
      maxRows={6}
      fullWidth
    />
  );
}
