import { Box, useTheme } from '@mui/material';
import { useKindColour } from '../seat-map/SeatLayers.tsx';
import type { OccupancyRow } from './occupancy-rows.ts';
import { seatStates, stateLook } from './seat-states.ts';

const takenStates = seatStates.filter((state) => state !== 'free');

/** A bar in parts, each in the colour of its state; the figures beside it say the same. */
export function OccupancyBar({
  row,
  height,
}: {
  row: Pick<OccupancyRow, 'capacity' | 'held' | 'ordered' | 'sold' | 'blocked'>;
  height: number;
}) {
  const { palette } = useTheme();
  const kindColour = useKindColour();
  const whole = Math.max(row.capacity, row.held + row.ordered + row.sold + row.blocked, 1);
  return (
    <Box
      aria-hidden="true"
      sx={{
        display: 'flex',
        gap: '1px',
        height,
        borderRadius: 1,
        overflow: 'hidden',
        bgcolor: 'action.hover',
      }}
    >
      {takenStates.map((state) => (
        <Box
          key={state}
          style={{ width: `${(100 * row[state]) / whole}%` }}
          sx={{
            bgcolor: kindColour(stateLook(state).colour),
            backgroundImage:
              state === 'blocked'
                ? `repeating-linear-gradient(45deg, transparent 0 3px, ${palette.background.paper} 3px 5px)`
                : undefined,
          }}
        />
      ))}
    </Box>
  );
}
