import { Box, Typography } from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { SeatSwatch } from './SeatSwatch.tsx';
import { countKinds } from './seat-counts.ts';
import type { SeatKind } from './seat-words.ts';

function Entry({ kind, label, seats }: { kind: SeatKind | null; label: string; seats: number }) {
  const format = useFormat();
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1, py: 0.25 }}>
      <SeatSwatch kind={kind} />
      <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {label}
      </Typography>
      <Typography variant="body2">{format.number(seats)}</Typography>
    </Box>
  );
}

/** What colours and shapes mean, with how many seats have each. */
export function SeatLegend({
  kinds,
  colouring,
  none,
}: {
  kinds: readonly SeatKind[];
  colouring: readonly number[];
  none: string;
}) {
  const text = useText();
  const counts = countKinds(colouring, kinds.length);
  return (
    <Box component="ul" aria-label={text('seatMap.legend')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {kinds.map((kind, at) => (
        <Entry key={kind.id} kind={kind} label={kind.label} seats={counts.byKind[at] ?? 0} />
      ))}
      {counts.none > 0 && <Entry kind={null} label={none} seats={counts.none} />}
    </Box>
  );
}
