import { Box, Typography } from '@mui/material';
import { visuallyHidden } from '../frame/visually-hidden.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { OccupancyBar } from '../performance-map/OccupancyBar.tsx';
import { seatStates, stateLook } from '../performance-map/seat-states.ts';
import { SeatSwatch } from '../seat-map/SeatSwatch.tsx';
import type { Gauge } from './use-gauges.ts';

/** How full a performance is: a bar in parts, and each part as its shape and figure; what is free comes first. */
export function GaugeBar({ gauge, worded = false }: { gauge: Gauge | undefined; worded?: boolean }) {
  const text = useText();
  const format = useFormat();
  if (gauge === undefined) return null;
  const { capacity, free } = gauge;
  if (capacity === 0 && gauge.taken === 0) {
    return (
      <Typography variant="caption" color="text.secondary" component="div">
        {text('settings.calendar.noStock')}
      </Typography>
    );
  }
  const taken = seatStates.filter((state) => state !== 'free' && gauge[state] > 0);
  const figure = (state: (typeof seatStates)[number]) => ({
    number: format.number(gauge[state]),
    word: text(`performanceMap.occupancy.${state}`),
  });
  return (
    <Box sx={{ minWidth: 176, maxWidth: worded ? 420 : 260 }}>
      <Typography variant="caption" component="div" sx={{ whiteSpace: 'nowrap' }}>
        <Box
          component="strong"
          sx={{ fontWeight: 650, color: free < 0 ? 'error.main' : 'text.primary', fontSize: '0.8125rem' }}
        >
          {free < 0
            ? text('performanceMap.occupancy.over', { count: format.number(-free) })
            : `${format.number(free)} ${text('performanceMap.occupancy.free')}`}
        </Box>{' '}
        {text('performanceMap.occupancy.of', { capacity: format.number(capacity) })}
      </Typography>
      <OccupancyBar row={gauge} height={8} />
      <Box
        component="ul"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.25, m: 0, mt: 0.25, p: 0, listStyle: 'none' }}
      >
        {taken.map((state) => {
          const { number, word } = figure(state);
          return (
            <Typography
              key={state}
              component="li"
              variant="caption"
              title={`${number} ${word}`}
              sx={{ display: 'inline-flex', gap: 0.375, alignItems: 'center', whiteSpace: 'nowrap' }}
            >
              <SeatSwatch kind={stateLook(state)} size={13} />
              {worded ? (
                `${number} ${word}`
              ) : (
                <>
                  {number}
                  <span style={visuallyHidden}> {word}</span>
                </>
              )}
            </Typography>
          );
        })}
        {gauge.allotted > 0 && (
          <Typography component="li" variant="caption" color="text.secondary">
            {text('settings.calendar.allotted', { count: format.number(gauge.allotted) })}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** What the shapes of the figures say. */
export function GaugeLegend() {
  const text = useText();
  return (
    <Box
      component="ul"
      aria-label={text('settings.calendar.legend')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 1.5,
        m: 0,
        px: 2,
        py: 0.75,
        listStyle: 'none',
        justifyContent: { md: 'flex-end' },
      }}
    >
      {seatStates
        .filter((state) => state !== 'free')
        .map((state) => (
          <Typography
            key={state}
            component="li"
            variant="caption"
            color="text.secondary"
            sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}
          >
            <SeatSwatch kind={stateLook(state)} size={13} />
            {text(`performanceMap.occupancy.${state}`)}
          </Typography>
        ))}
    </Box>
  );
}
