import { useRef, useState } from 'react';
import type { SeatGeometry } from './seat-geometry.ts';
import { firstSeat, seatsBetween, toggled } from './seat-moves.ts';

/** Selecting, as a list of files does it: from a seat, as far as another, one more. */
export type MapSelection = {
  /** The seat the keyboard is on. */
  active: number;
  goTo: (seat: number) => void;
  /** On to a seat, taking all from where the extension began. */
  extendTo: (seat: number) => void;
  /** This seat alone, or one more, or one less. */
  pick: (seat: number, add: boolean) => void;
  /** These seats alone, or besides those there are. */
  take: (seats: readonly number[], add: boolean) => void;
  clear: () => void;
};

type Extension = { from: number; base: ReadonlySet<number> };

/** The seat the keyboard is on, and how it and the mouse change a selection. */
export function useMapSelection(
  geometry: SeatGeometry,
  selection: ReadonlySet<number>,
  onSelect: ((selection: ReadonlySet<number>) => void) | undefined,
  onActive: ((seat: number) => void) | undefined,
): MapSelection {
  const [chosen, setChosen] = useState<number | null>(null);
  const setActive = (seat: number) => {
    setChosen(seat);
    onActive?.(seat);
  };
  const extension = useRef<Extension | null>(null);
  const active = chosen !== null && chosen < geometry.seats.length ? chosen : firstSeat(geometry);
  const select = (next: ReadonlySet<number>) => onSelect?.(next);
  const goTo = (seat: number) => {
    extension.current = null;
    setActive(seat);
  };
  return {
    active,
    goTo,
    extendTo: (seat) => {
      extension.current ??= { from: active, base: selection };
      const { from, base } = extension.current;
      setActive(seat);
      select(new Set([...base, ...seatsBetween(geometry, from, seat)]));
    },
    pick: (seat, add) => {
      goTo(seat);
      const alone = selection.size === 1 && selection.has(seat);
      select(add || alone ? toggled(selection, [seat]) : new Set([seat]));
    },
    take: (seats, add) => {
      extension.current = null;
      select(new Set(add ? [...selection, ...seats] : seats));
    },
    clear: () => {
      extension.current = null;
      select(new Set());
    },
  };
}
