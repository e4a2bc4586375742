import { Box } from '@mui/material';
import { memo } from 'react';
import { visuallyHidden } from '../frame/visually-hidden.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { SeatGeometry } from './seat-geometry.ts';
import { type SeatKind, seatWords } from './seat-words.ts';

export type SeatGridProps = {
  geometry: SeatGeometry;
  kinds: readonly SeatKind[];
  colouring: readonly number[];
  none: string | null;
  says: ((seat: number) => string) | undefined;
  selection: ReadonlySet<number>;
  changed: ReadonlySet<number>;
  /** The seat the keyboard is on. */
  active: number;
  /** The id of the element of that seat. */
  idOf: (seat: number) => string;
};

/** The row the keyboard is on, in words: what a screen reader reads of the drawing. */
export const SeatGrid = memo(function SeatGrid(props: SeatGridProps) {
  const { geometry, kinds, colouring, none, says, selection, changed, active, idOf } = props;
  const text = useText();
  const { locale } = useFormat();
  const row = geometry.rows[geometry.seats[active]?.row ?? -1];
  if (row === undefined) return null;
  return (
    <Box role="row" aria-rowindex={row.index + 1} style={visuallyHidden}>
      {row.seats.map((seat) => (
        <Box
          key={seat.id}
          role="gridcell"
          id={idOf(seat.index)}
          tabIndex={-1}
          aria-selected={selection.has(seat.index)}
        >
          {seatWords({ locale, text }, geometry, seat, {
            kind: says?.(seat.index) ?? kinds[colouring[seat.index] ?? -1]?.label ?? none,
            changed: changed.has(seat.index),
          })}
        </Box>
      ))}
    </Box>
  );
});
