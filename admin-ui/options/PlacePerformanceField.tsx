import { MenuItem, TextField } from '@mui/material';
import { useGetList, useGetOne } from 'react-admin';
import { useNow } from '../frame/use-now.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import type { OptionRecord } from './option-record.ts';
import { rankText } from './rank-text.ts';

const hour = 3_600_000;

/** Other dates of the event that are still to come. */
function useOtherDates(option: OptionRecord): PerformanceRow[] {
  const from = new Date(Math.floor(useNow() / hour) * hour).toISOString();
  const { data: first } = useGetOne<PerformanceRow>('performances', { id: option.performanceId });
  const { data = [] } = useGetList<PerformanceRow>(
    'performances',
    {
      filter: { eventId: first?.eventId, startsAt_gte: from },
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'startsAt', order: 'ASC' },
    },
    { enabled: first !== undefined },
  );
  return data.filter(
    ({ id, state }) => state !== 'cancelled' && !option.choices.some((choice) => choice.performanceId === id),
  );
}

/** The performance to place on: the choices of the request first, then the other dates of the event. */
export function PlacePerformanceField({
  option,
  value,
  onChange,
}: {
  option: OptionRecord;
  value: string;
  onChange: (performanceId: string) => void;
}) {
  const text = useText();
  const format = useFormat();
  const others = useOtherDates(option);
  const known =
    option.choices.some(({ performanceId }) => performanceId === value) ||
    others.some(({ id }) => id === value);
  return (
    <TextField
      select
      label={text('optionActs.dialog.performance')}
      value={known ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      {option.choices.map((choice) => (
        <MenuItem key={choice.performanceId} value={choice.performanceId} disabled={choice.cancelled}>
          {`${rankText(choice.rank, text)} – ${choice.eventName} – ${format.performance(choice.startsAt, choice.timeZone)}${choice.cancelled ? ` – ${text('screens.performance.list.cancelled')}` : ''}`}
        </MenuItem>
      ))}
      {others.map((other) => (
        <MenuItem key={other.id} value={other.id}>
          {`${other.eventName} – ${format.performance(other.startsAt, other.timeZone)}`}
        </MenuItem>
      ))}
    </TextField>
  );
}
