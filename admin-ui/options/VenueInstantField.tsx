import { TextField } from '@mui/material';
import { Temporal } from 'temporal-polyfill';
import { cityOf, useFormat } from '../messages/use-format.ts';

/** Reads a date and time typed on the venue's clock; null while it is not complete. */
function instantOf(typed: string, timeZone: string): string | null {
  try {
    const zoned = Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone);
    return new Date(zoned.epochMilliseconds).toISOString();
  } catch (failure) {
    if (failure instanceof RangeError) return null;
    throw failure;
  }
}

function typedOf(instant: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** A date and time typed on the clock of the venue, handed over as an instant and read back in plain words. */
export function VenueInstantField({
  label,
  help,
  value,
  timeZone,
  onChange,
}: {
  label: string;
  help: string;
  value: string | null;
  timeZone: string;
  onChange: (instant: string | null) => void;
}) {
  const format = useFormat();
  return (
    <TextField
      type="datetime-local"
      label={label}
      helperText={value === null ? help : `${format.performance(value, timeZone)} (${cityOf(timeZone)})`}
      defaultValue={value === null ? '' : typedOf(value, timeZone)}
      onChange={(event) =>
        onChange(event.target.value === '' ? null : instantOf(event.target.value, timeZone))
      }
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
