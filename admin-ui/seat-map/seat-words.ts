import type { Locale } from '../../rules/messages/locale.ts';
import { seatLabel } from '../../rules/venues/seat-label.ts';
import type { Text } from '../messages/use-text.ts';
import type { MapSeat, SeatGeometry } from './seat-geometry.ts';
import { type SeatShape, seatMarks } from './seat-shapes.ts';

/** One thing seats are told apart by: a category, a contingent, a holder. Its shape says the same as its colour. */
export type SeatKind = { id: string; label: string; colour: string; shape: SeatShape };

/** A seat as it is read out: its printed label, its kind, what it is besides. */
export function seatWords(
  { locale, text }: { locale: Locale; text: Text },
  { rows }: SeatGeometry,
  seat: MapSeat,
  state: { kind: string | null; changed: boolean },
): string {
  const row = rows[seat.row];
  const place = { zone: row?.zone ?? '', block: row?.block ?? '', rowLabel: row?.label ?? '' };
  const marks = seatMarks.filter(({ bit }) => (seat.attributes & bit) !== 0);
  return [
    seatLabel(locale, { ...place, number: seat.number }),
    state.kind ?? '',
    ...marks.map(({ name }) => text(`seatMap.mark.${name}`)),
    state.changed ? text('seatMap.changed') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
