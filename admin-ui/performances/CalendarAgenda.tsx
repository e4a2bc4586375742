import { Box, Typography } from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type CalendarBody, CalendarEntry } from './CalendarEntry.tsx';

/** The days that have a performance, one under the other: a calendar for narrow screens. */
export function CalendarAgenda({ weeks, byDay, gauges, label, month }: CalendarBody) {
  const text = useText();
  const format = useFormat();
  const days = weeks.flat().filter((day) => byDay.has(day) && (month === null || day.startsWith(month)));
  if (days.length === 0) {
    return (
      <Typography color="text.secondary" sx={{ p: 2 }}>
        {text('settings.calendar.empty')}
      </Typography>
    );
  }
  return (
    <Box component="section" aria-label={label} sx={{ p: 1.5 }}>
      {days.map((day) => (
        <Box key={day} sx={{ mb: 1.5 }}>
          <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
            {format.longDay(day)}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {byDay.get(day)?.map((performance) => (
              <li key={performance.id}>
                <CalendarEntry performance={performance} gauge={gauges.get(performance.id)} full />
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
