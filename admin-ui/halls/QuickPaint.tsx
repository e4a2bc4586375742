import { IconButton, Paper } from '@mui/material';
import { useText } from '../messages/use-text.ts';
import { SeatSwatch } from '../seat-map/SeatSwatch.tsx';
import type { SeatKind } from '../seat-map/seat-words.ts';

/** The palette within reach of a thumb, where the large one lies below the map. */
export function QuickPaint({
  kinds,
  disabled,
  onPaint,
}: {
  kinds: readonly SeatKind[];
  disabled: boolean;
  /** The position of the kind; null takes it off. */
  onPaint: (kind: number | null) => void;
}) {
  const text = useText();
  const choices = [
    ...kinds.map((kind, at) => ({ kind, at, does: text('seatMap.paint.as', { name: kind.label }) })),
    { kind: null, at: null, does: text('seatMap.paint.asNone') },
  ];
  return (
    <Paper
      variant="outlined"
      role="group"
      aria-label={text('seatMap.paint.title')}
      sx={{
        display: { xs: 'flex', md: 'none' },
        flexWrap: 'wrap',
        justifyContent: 'center',
        p: 0.5,
      }}
    >
      {choices.map(({ kind, at, does }) => (
        <IconButton
          key={kind?.id ?? 'none'}
          aria-label={does}
          title={does}
          disabled={disabled}
          onClick={() => onPaint(at)}
          sx={{ p: 1.25 }}
        >
          <SeatSwatch kind={kind} />
        </IconButton>
      ))}
    </Paper>
  );
}
