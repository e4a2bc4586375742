import PreviousIcon from '@mui/icons-material/ChevronLeft';
import NextIcon from '@mui/icons-material/ChevronRight';
import {
  Alert,
  Box,
  Button,
  IconButton,
  LinearProgress,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { useState } from 'react';
import { useGetList, useListContext } from 'react-admin';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useNow } from '../frame/use-now.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { CalendarAgenda } from './CalendarAgenda.tsx';
import { CalendarGrid } from './CalendarGrid.tsx';
import {
  boundsOf,
  type CalendarView,
  type Day,
  dayOf,
  stepped,
  today,
  weeksAround,
} from './calendar-days.ts';
import type { PerformanceRow } from './performance-record.ts';
import { comingFrom } from './upcoming.ts';
import { mostPerformances, useGauges } from './use-gauges.ts';

const houseTimeZone = 'Europe/Paris';

/** The performances of some weeks under the conditions of the list, and what is taken of them. */
function useCalendar(weeks: readonly (readonly Day[])[]) {
  const { filterValues, filter } = useListContext<PerformanceRow>();
  const { startsAt_gte: _, ...conditions } = { ...filter, ...filterValues };
  const asked = { ...conditions, ...boundsOf(weeks) };
  const { q: __, ...countable } = asked;
  const list = useGetList<PerformanceRow>('performances', {
    filter: asked,
    pagination: { page: 1, perPage: mostPerformances },
    sort: { field: 'startsAt', order: 'ASC' },
  });
  return { ...list, gauges: useGauges(countable) };
}

/** The day of the next performance under the conditions of the list; null when none is to come, undefined while asked for. */
function useNextDay(): Day | null | undefined {
  const { filterValues, filter } = useListContext<PerformanceRow>();
  const { data, error } = useGetList<PerformanceRow>('performances', {
    filter: { ...filter, ...filterValues, ...comingFrom(useNow()) },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'startsAt', order: 'ASC' },
  });
  const next = data?.[0];
  if (next !== undefined) return dayOf(next.startsAt, next.timeZone);
  return data === undefined && error === null ? undefined : null;
}

/**
 * The programme on a calendar, by month or week, each performance on the day of its venue's clock. A week opens on today's,
 * a month on that of the next performance.
 */
export function PerformanceCalendar({ view, onWeek }: { view: CalendarView; onWeek: () => void }) {
  const text = useText();
  const format = useFormat();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('md'));
  const now = today(houseTimeZone);
  const next = useNextDay();
  const [chosen, setDay] = useState<Day | null>(null);
  const day = chosen ?? (view === 'month' ? (next ?? now) : now);
  const weeks = weeksAround(day, view);
  const { data = [], total, error, isFetching, isSuccess, gauges } = useCalendar(weeks);
  const byDay = Map.groupBy(data, ({ startsAt, timeZone }) => dayOf(startsAt, timeZone));
  const monday = weeks[0]?.[0] ?? day;
  const period =
    view === 'month' ? format.month(day) : text('settings.calendar.weekOf', { day: format.day(monday) });
  const body = { weeks, byDay, gauges, today: now, label: text('settings.calendar.caption', { period }) };
  return (
    <Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          p: 1.5,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Button size="small" variant="outlined" onClick={() => setDay(now)}>
          {text('settings.calendar.today')}
        </Button>
        <IconButton
          size="small"
          aria-label={text('settings.calendar.previous')}
          onClick={() => setDay(stepped(day, view, -1))}
        >
          <PreviousIcon />
        </IconButton>
        <IconButton
          size="small"
          aria-label={text('settings.calendar.next')}
          onClick={() => setDay(stepped(day, view, 1))}
        >
          <NextIcon />
        </IconButton>
        <Typography
          variant="h2"
          aria-live="polite"
          sx={{ '&::first-letter': { textTransform: 'uppercase' } }}
        >
          {period}
        </Typography>
      </Box>
      <Box sx={{ height: 4 }}>{isFetching && <LinearProgress />}</Box>
      {error !== null && <ProblemAlert failure={error} />}
      {(total ?? 0) > mostPerformances && <Alert severity="info">{text('settings.calendar.tooMany')}</Alert>}
      {!narrow && isSuccess && data.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 1.5 }}>
          {text('settings.calendar.empty')}
        </Typography>
      )}
      {narrow ? (
        <CalendarAgenda {...body} month={view === 'month' ? day.slice(0, 7) : null} />
      ) : (
        <CalendarGrid
          {...body}
          month={view === 'month' ? day.slice(0, 7) : null}
          onMore={(busy) => {
            setDay(busy);
            onWeek();
          }}
        />
      )}
    </Box>
  );
}
