import { BooleanInput } from 'react-admin';
import { useFieldLabel } from '../records/use-record-text.ts';
import type { EntryProps } from './TextEntry.tsx';

/** Yes or no, with what it means under it. */
export function SwitchEntry({ field, help, disabled = false }: Omit<EntryProps, 'required'>) {
  const label = useFieldLabel();
  return <BooleanInput source={field} label={label(field)} helperText={help ?? false} disabled={disabled} />;
}
