import { TextField } from '@mui/material';
import { cityOf, useFormat } from '../messages/use-format.ts';
import { instantOf, typedOf } from '../messages/venue-clock.ts';

/** A date and time typed on the clock of the venue, handed over as an instant and read back in plain words. */
export function VenueInstantField({
  label,
  help,
  error = false,
  value,
  timeZone,
  onChange,
}: {
  label: string;
  help: string;
  error?: boolean;
  value: string | null;
  timeZone: string;
  onChange: (instant: string | null) => void;
}) {
  const format = useFormat();
  return (
    <TextField
      type="datetime-local"
      label={label}
      error={error}
      helperText={value === null ? help : `${format.performance(value, timeZone)} (${cityOf(timeZone)})`}
      defaultValue={value === null ? '' : typedOf(value, timeZone)}
      onChange={(event) =>
        onChange(event.target.value === '' ? null : instantOf(event.target.value, timeZone))
      }
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
