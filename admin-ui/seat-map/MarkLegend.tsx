import { Box, Typography } from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { MarkSwatch } from './SeatSwatch.tsx';
import type { MapPlan } from './seat-geometry.ts';
import { seatMarks } from './seat-shapes.ts';

/** The small signs of the seats, with how many seats have each; nothing where none has. */
export function MarkLegend({ plan }: { plan: MapPlan }) {
  const text = useText();
  const format = useFormat();
  const counted = seatMarks
    .map(({ bit, name }) => ({
      name,
      seats: plan.seats.attributes.filter((attributes) => (attributes & bit) !== 0).length,
    }))
    .filter(({ seats }) => seats > 0);
  if (counted.length === 0) return null;
  return (
    <Box component="ul" aria-label={text('seatMap.signs')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {counted.map(({ name, seats }) => (
        <Box
          key={name}
          component="li"
          sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1, py: 0.25 }}
        >
          <MarkSwatch mark={name} />
          <Typography variant="body2" sx={{ flex: 1 }}>
            {text(`seatMap.mark.${name}`)}
          </Typography>
          <Typography variant="body2">{format.number(seats)}</Typography>
        </Box>
      ))}
    </Box>
  );
}
