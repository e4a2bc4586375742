import { MenuItem, TextField } from '@mui/material';
import { useText } from '../messages/use-text.ts';

/** A contingent to be chosen. */
export function ContingentField({
  label,
  value,
  choices,
  none,
  fault = false,
  onChange,
}: {
  label: string;
  value: string;
  choices: readonly { id: string; name: string }[];
  /** What leaving it open means, where that is possible. */
  none?: string;
  fault?: boolean;
  onChange: (id: string) => void;
}) {
  const text = useText();
  return (
    <TextField
      select
      required={none === undefined}
      label={label}
      value={choices.some(({ id }) => id === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      error={fault}
      helperText={fault ? text('performanceMap.verb.missing') : undefined}
      {...(none === undefined
        ? {}
        : { slotProps: { select: { displayEmpty: true }, inputLabel: { shrink: true } } })}
    >
      {none !== undefined && <MenuItem value="">{none}</MenuItem>}
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
