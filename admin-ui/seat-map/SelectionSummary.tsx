import { Box, Button, Typography } from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { SeatSwatch } from './SeatSwatch.tsx';
import { countKinds } from './seat-counts.ts';
import type { SeatKind } from './seat-words.ts';

/** How many seats are selected, how many of each kind, and the way to clear them; said aloud as it changes. */
export function SelectionSummary({
  kinds,
  colouring,
  none,
  selection,
  onClear,
}: {
  kinds: readonly SeatKind[];
  colouring: readonly number[];
  none: string;
  selection: ReadonlySet<number>;
  onClear: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const counts = countKinds(colouring, kinds.length, selection);
  const parts = [
    ...kinds.map((kind, at) => ({ id: kind.id, kind, label: kind.label, seats: counts.byKind[at] ?? 0 })),
    { id: 'none', kind: null, label: none, seats: counts.none },
  ].filter(({ seats }) => seats > 0);
  const said =
    selection.size === 0
      ? text('seatMap.nothingSelected')
      : text('seatMap.selection', { smart_count: selection.size });
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 0.5,
        minHeight: 36,
      }}
    >
      <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <Typography variant="subtitle2" component="span">
          {said}
        </Typography>
        {parts.map(({ id, kind, label, seats }) => (
          <Box key={id} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
            <SeatSwatch kind={kind} />
            <Typography variant="body2" component="span">
              {label} {format.number(seats)}
            </Typography>
          </Box>
        ))}
      </Box>
      {selection.size > 0 && (
        <Button size="small" onClick={onClear} sx={{ ml: 'auto' }}>
          {text('seatMap.clear')}
        </Button>
      )}
    </Box>
  );
}
