import { Box, Button, Typography } from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type CalendarBody, CalendarEntry } from './CalendarEntry.tsx';
import type { Day } from './calendar-days.ts';

/** As many as fit into a day of a month. */
const fitting = 4;

function DayCell({ day, body, onMore }: { day: Day; body: CalendarBody; onMore: (day: Day) => void }) {
  const text = useText();
  const format = useFormat();
  const { byDay, gauges, today, month } = body;
  const all = byDay.get(day) ?? [];
  const whole = month === null || all.length <= fitting;
  const shown = whole ? all : all.slice(0, fitting - 1);
  const apart = month !== null && !day.startsWith(month);
  return (
    <Box
      component="td"
      sx={{
        verticalAlign: 'top',
        p: 0.5,
        height: month === null ? 280 : 118,
        border: 1,
        borderColor: 'divider',
        bgcolor: apart ? 'background.default' : undefined,
      }}
    >
      <Typography
        component="time"
        dateTime={day}
        variant="body2"
        aria-current={day === today ? 'date' : undefined}
        sx={{
          display: 'inline-block',
          minWidth: 26,
          px: 0.5,
          mb: 0.5,
          textAlign: 'center',
          borderRadius: 4,
          fontWeight: day === today ? 650 : 500,
          color: day === today ? 'primary.contrastText' : apart ? 'text.secondary' : 'text.primary',
          bgcolor: day === today ? 'primary.main' : undefined,
        }}
      >
        {format.dayNumber(day)}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((performance) => (
          <li key={performance.id}>
            <CalendarEntry
              performance={performance}
              gauge={gauges.get(performance.id)}
              full={month === null}
            />
          </li>
        ))}
      </Box>
      {!whole && (
        <Button size="small" onClick={() => onMore(day)} sx={{ py: 0, fontSize: '0.75rem' }}>
          {text('settings.calendar.more', { count: all.length - shown.length, day: format.day(day) })}
        </Button>
      )}
    </Box>
  );
}

/** Weeks as rows, days as columns. */
export function CalendarGrid({ onMore, ...body }: CalendarBody & { onMore: (day: Day) => void }) {
  const format = useFormat();
  const { weeks, label } = body;
  return (
    <Box
      component="table"
      aria-label={label}
      sx={{ width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' }}
    >
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <Typography
              key={day}
              component="th"
              scope="col"
              variant="body2"
              color="text.secondary"
              sx={{ py: 0.75, fontWeight: 600 }}
            >
              {format.weekday(day)}
            </Typography>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]}>
            {days.map((day) => (
              <DayCell key={day} day={day} body={body} onMore={onMore} />
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
