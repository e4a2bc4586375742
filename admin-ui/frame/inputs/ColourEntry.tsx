import { Box, TextField } from '@mui/material';
import { useInput } from 'react-admin';
import { useText } from '../../messages/use-text.ts';
import { useFieldLabel } from '../records/use-record-text.ts';

/** A colour chosen on the system's palette; its code stands beside it. */
export function ColourEntry() {
  const text = useText();
  const label = useFieldLabel();
  const { id, field, fieldState } = useInput({ source: 'colour', defaultValue: '#1255a0' });
  const value = String(field.value ?? '').toLowerCase();
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start' }}>
      <TextField
        id={id}
        type="color"
        label={label('colour')}
        value={value}
        onChange={(event) => field.onChange(event.target.value.toLowerCase())}
        onBlur={field.onBlur}
        error={fieldState.invalid}
        helperText={fieldState.error?.message ?? text('settings.help.colour')}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { style: { height: 26, minWidth: 72 } } }}
        sx={{ maxWidth: 320 }}
      />
      <Box component="output" htmlFor={id} sx={{ pt: 1, fontFamily: 'monospace' }}>
        {value}
      </Box>
    </Box>
  );
}
