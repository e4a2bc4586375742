import { Box, Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router';
import { Facts } from '../frame/Facts.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { SeatColumns } from '../seat-map/seat-geometry.ts';
import { holderWords, planSeatLabel } from './holder-words.ts';
import { holderAt, type SeatHolder, stateAt, stockAt } from './seat-states.ts';
import type { PerformanceSeats } from './use-performance-seats.ts';

function Holder({ holder }: { holder: SeatHolder }) {
  const text = useText();
  const said = holderWords(text, holder);
  return (
    <>
      {holder.type === 'option' && holder.number !== null ? (
        <MuiLink component={Link} to={`/options/${holder.id}/show`}>
          {said}
        </MuiLink>
      ) : (
        said
      )}
      {holder.contactName !== null && ` – ${holder.contactName}`}
    </>
  );
}

/** The seat one is on: its label, state, category and contingent, and who has it, with the way there. */
export function SeatFacts({
  plan,
  told,
  seat,
}: {
  plan: SeatColumns;
  told: PerformanceSeats;
  seat: number | null;
}) {
  const text = useText();
  const { locale } = useFormat();
  const state = seat === null ? null : stateAt(told, seat);
  const stock = seat === null ? undefined : stockAt(told, seat);
  const holder = seat === null ? undefined : holderAt(told, seat);
  return (
    <Box>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
        {text('performanceMap.seat.title')}
      </Typography>
      {seat === null ? (
        <Typography variant="body2" color="text.secondary">
          {text('performanceMap.seat.choose')}
        </Typography>
      ) : (
        <Facts
          facts={[
            { label: text('performanceMap.seat.label'), value: planSeatLabel(locale, plan, seat) },
            {
              label: text('performanceMap.seat.state'),
              value: text(state === null ? 'performanceMap.none' : `performanceMap.state.${state}`),
            },
            { label: text('performanceMap.seat.category'), value: stock?.seatCategoryName },
            { label: text('performanceMap.seat.contingent'), value: stock?.contingentName },
            {
              label: text('performanceMap.seat.holder'),
              value: holder === undefined ? null : <Holder holder={holder} />,
            },
          ]}
        />
      )}
    </Box>
  );
}
