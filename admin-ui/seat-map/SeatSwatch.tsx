import { useTheme } from '@mui/material';
import { useKindColour } from './SeatLayers.tsx';
import { markPath, type SeatMark, shapePath } from './seat-shapes.ts';
import type { SeatKind } from './seat-words.ts';

const middle = { x: 9, y: 9 };

/** A kind as its seats are drawn; the ring of a seat without kind for none. */
export function SeatSwatch({
  kind,
  size = 18,
}: {
  kind: Pick<SeatKind, 'colour' | 'shape'> | null;
  /** Pixels. */
  size?: number;
}) {
  const { palette } = useTheme();
  const kindColour = useKindColour();
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true" style={{ flex: 'none' }}>
      {kind === null ? (
        <circle cx={9} cy={9} r={5} fill="none" stroke={palette.text.secondary} strokeWidth={1.5} />
      ) : (
        <path d={shapePath(kind.shape, middle, 6.5)} fill={kindColour(kind.colour)} />
      )}
    </svg>
  );
}

/** A sign as it stands on a seat. */
export function MarkSwatch({ mark }: { mark: SeatMark }) {
  const { palette } = useTheme();
  return (
    <svg width={18} height={18} aria-hidden="true" style={{ flex: 'none' }}>
      <path
        d={markPath(mark, middle, 6)}
        fill="none"
        stroke={palette.text.primary}
        strokeWidth={1.75}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
