import type { KeyboardEvent } from 'react';
import type { SeatGeometry } from './seat-geometry.ts';
import { seatAfterKey } from './seat-moves.ts';
import type { MapSelection } from './use-map-selection.ts';
import type { Viewport } from './use-map-view.ts';

const zoomStep = 1.4;

/** The seats of the row of a seat. */
export function rowOf({ seats, rows }: SeatGeometry, seat: number): number[] {
  return rows[seats[seat]?.row ?? -1]?.seats.map(({ index }) => index) ?? [];
}

/** The seats of the block of a seat. */
export function blockOf({ seats, rows, blocks }: SeatGeometry, seat: number): number[] {
  const row = rows[seats[seat]?.row ?? -1];
  const block = blocks.find((each) => each.zone === row?.zone && each.block === row.block);
  return block?.seats.map(({ index }) => index) ?? [];
}

/**
 * The keys of the map. Arrows and their like move, with Shift they extend; Space, R, B and Ctrl+A select, Escape clears;
 * plus and minus zoom. Every other key goes on to who uses the map.
 */
export function mapKeys({
  geometry,
  viewport,
  selecting,
  selectable,
  selected,
}: {
  geometry: SeatGeometry;
  viewport: Viewport;
  selecting: MapSelection;
  selectable: boolean;
  /** How many seats are selected. */
  selected: number;
}): (event: KeyboardEvent) => void {
  const move = (event: KeyboardEvent): boolean => {
    const next = seatAfterKey(geometry, selecting.active, {
      key: event.key,
      ctrlKey: event.ctrlKey || event.metaKey,
    });
    if (next === null) return false;
    if (event.shiftKey && selectable) selecting.extendTo(next);
    else selecting.goTo(next);
    const seat = geometry.seats[next];
    if (seat !== undefined) viewport.reveal(seat);
    return true;
  };
  const zoom = ({ key }: KeyboardEvent): boolean => {
    const seat = geometry.seats[selecting.active];
    const { scale, x, y } = viewport.view;
    const around = seat === undefined ? undefined : { x: seat.x * scale + x, y: seat.y * scale + y };
    if (key === '+' || key === '=') viewport.zoom(zoomStep, around);
    else if (key === '-') viewport.zoom(1 / zoomStep, around);
    else return false;
    return true;
  };
  const select = (event: KeyboardEvent): boolean => {
    const { active } = selecting;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (key === ' ') selecting.pick(active, true);
    else if (command && key === 'a') selecting.take([...geometry.seats.keys()], false);
    else if (command) return false;
    else if (key === 'r') selecting.take(rowOf(geometry, active), true);
    else if (key === 'b') selecting.take(blockOf(geometry, active), true);
    else if (key === 'escape' && selected > 0) selecting.clear();
    else return false;
    return true;
  };
  return (event) => {
    if (event.altKey) return;
    const done =
      move(event) || (selectable && select(event)) || (!event.ctrlKey && !event.metaKey && zoom(event));
    if (done) event.preventDefault();
  };
}
