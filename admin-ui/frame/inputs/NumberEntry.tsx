import { InputAdornment } from '@mui/material';
import { maxValue, minValue, NumberInput } from 'react-admin';
import { useFieldLabel } from '../records/use-record-text.ts';
import { type EntryProps, isRequired } from './TextEntry.tsx';

/** A whole number of a settings record, with its unit behind it. */
export function NumberEntry(props: EntryProps & { min?: number; max: number; unit?: string }) {
  const label = useFieldLabel();
  const { field, help, min = 0, max, unit, disabled = false } = props;
  return (
    <NumberInput
      source={field}
      label={label(field)}
      helperText={help ?? false}
      min={min}
      max={max}
      step={1}
      validate={[...(props.required === true ? [isRequired] : []), minValue(min), maxValue(max)]}
      disabled={disabled}
      fullWidth
      {...(unit === undefined
        ? {}
        : { slotProps: { input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } } })}
    />
  );
}
