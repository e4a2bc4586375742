import { Box, Link as MuiLink } from '@mui/material';
import { alpha } from '@mui/material/styles';
import { Link } from 'react-router';
import { useNow } from '../frame/use-now.ts';
import { visuallyHidden } from '../frame/visually-hidden.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { Day } from './calendar-days.ts';
import type { PerformanceRow } from './performance-record.ts';
import type { Gauge } from './use-gauges.ts';

/** What a calendar shows, by day. */
export type CalendarBody = {
  weeks: readonly (readonly Day[])[];
  byDay: ReadonlyMap<Day, readonly PerformanceRow[]>;
  gauges: ReadonlyMap<string, Gauge>;
  today: Day;
  label: string;
  /** The month the view is of, `YYYY-MM`; days of other months stand back. */
  month: string | null;
};

/** One performance on a calendar: its time, its name, how much of it is taken; a link to its page. */
export function CalendarEntry({
  performance,
  gauge,
  full,
}: {
  performance: PerformanceRow;
  gauge: Gauge | undefined;
  /** Also its venue, where there is room. */
  full: boolean;
}) {
  const text = useText();
  const format = useFormat();
  const { startsAt, timeZone, eventName, venueName, state, id } = performance;
  const open = gauge !== undefined && gauge.capacity > 0;
  const share = open ? Math.min(100, (100 * gauge.taken) / gauge.capacity) : 0;
  const cancelled = state === 'cancelled';
  const past = Date.parse(startsAt) < useNow();
  const told = open
    ? text('settings.calendar.taken', { taken: gauge.taken, capacity: gauge.capacity })
    : text('settings.calendar.noStock');
  return (
    <MuiLink
      component={Link}
      to={`/performances/${id}/show`}
      underline="none"
      sx={(theme) => ({
        display: 'block',
        px: 0.75,
        py: 0.5,
        mb: 0.5,
        borderRadius: 1,
        fontSize: '0.8125rem',
        lineHeight: 1.3,
        color: past ? 'text.secondary' : 'text.primary',
        borderLeft: 3,
        borderColor: past ? 'divider' : cancelled || state === 'closed' ? 'text.secondary' : 'primary.main',
        bgcolor: past
          ? 'action.hover'
          : alpha(theme.palette.primary.main, theme.palette.mode === 'dark' ? 0.16 : 0.07),
        textDecoration: cancelled ? 'line-through' : 'none',
        '&:hover': { bgcolor: alpha(theme.palette.primary.main, 0.2) },
      })}
    >
      <Box
        component="span"
        sx={{
          display: full ? 'block' : '-webkit-box',
          WebkitLineClamp: 2,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        <Box component="strong" sx={{ fontWeight: 650 }}>
          {format.clock(startsAt, timeZone)}
        </Box>{' '}
        {eventName}
        <span style={visuallyHidden}>
          {[
            '',
            ...(full ? [] : [venueName]),
            ...(past ? [text('settings.calendar.past')] : []),
            cancelled ? text('screens.performance.list.cancelled') : told,
          ].join(', ')}
        </span>
      </Box>
      {full && (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
          {venueName}
        </Box>
      )}
      {open && !cancelled && (
        <Box component="span" aria-hidden="true" sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Box
            component="span"
            sx={{ flex: 1, height: 3, borderRadius: 2, bgcolor: 'divider', overflow: 'hidden' }}
          >
            <Box
              component="span"
              sx={{
                display: 'block',
                height: 1,
                width: `${share}%`,
                bgcolor: past ? 'text.secondary' : 'primary.main',
              }}
            />
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
            {`${gauge.taken} / ${gauge.capacity}`}
          </Box>
        </Box>
      )}
    </MuiLink>
  );
}
