import { type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import type { PlanPoint } from '../../rules/venues/plan-layout.ts';
import { type SeatGeometry, seatAt, seatsInLasso, seatsInRectangle } from './seat-geometry.ts';
import type { MapSelection } from './use-map-selection.ts';
import type { Viewport } from './use-map-view.ts';

/** What dragging does. */
export type MapMode = 'move' | 'rectangle' | 'lasso';

type Press = {
  at: PlanPoint;
  mode: MapMode;
  /** What is chosen comes to what was. */
  add: boolean;
  extend: boolean;
  /** The seats of the name that was pressed. */
  named: readonly number[] | null;
  moved: boolean;
  /** What was drawn so far; kept here, since a finger may be gone before it is shown. */
  line: readonly PlanPoint[];
};

/** Pixels a finger trembles. */
const tremble = 5;
/** Pixels beside a seat that still mean it. */
const fingertip = 20;

function pointOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): PlanPoint {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** The seats of a row or block whose name stands under the pointer. */
function namedBy({ target }: PointerEvent, { rows, blocks }: SeatGeometry): readonly number[] | null {
  if (!(target instanceof SVGElement)) return null;
  const { row, block } = target.dataset;
  const named = row !== undefined ? rows[Number(row)] : blocks[block === undefined ? -1 : Number(block)];
  return named === undefined ? null : named.seats.map(({ index }) => index);
}

function apart(one: PlanPoint, other: PlanPoint): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function seatsIn(geometry: SeatGeometry, mode: MapMode, line: readonly PlanPoint[]): number[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined) return [];
  return mode === 'lasso' ? seatsInLasso(geometry, line) : seatsInRectangle(geometry, first, last);
}

/** Mouse, pen and fingers on the map: one taps, draws a rectangle or a lasso, moves; two fingers zoom. */
export function useMapPointer({
  geometry,
  viewport,
  mode,
  selecting,
  selectable,
}: {
  geometry: SeatGeometry;
  viewport: Viewport;
  mode: MapMode;
  selecting: MapSelection;
  selectable: boolean;
}) {
  const fingers = useRef(new Map<number, PlanPoint>());
  const press = useRef<Press | null>(null);
  const [drawn, setDrawn] = useState<{ mode: MapMode; add: boolean; line: readonly PlanPoint[] } | null>(
    null,
  );
  const [hovered, setHovered] = useState<number | null>(null);
  const near = (point: PlanPoint, pixels: number) =>
    seatAt(geometry, viewport.toPlan(point), Math.max(geometry.pitch * 0.6, pixels / viewport.view.scale));

  const pinch = (id: number, point: PlanPoint) => {
    const before = fingers.current.get(id) ?? point;
    const other = [...fingers.current].find(([each]) => each !== id)?.[1] ?? point;
    const centre = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
    viewport.pan({ x: (point.x - before.x) / 2, y: (point.y - before.y) / 2 });
    viewport.zoom(apart(point, other) / Math.max(1, apart(before, other)), centre);
  };

  const drag = (pressed: Press, before: PlanPoint, point: PlanPoint) => {
    if (!pressed.moved && apart(pressed.at, point) < tremble) return;
    const first = pressed.moved ? before : pressed.at;
    pressed.moved = true;
    if (pressed.mode === 'move') return viewport.pan({ x: point.x - first.x, y: point.y - first.y });
    const [from, to] = [viewport.toPlan(pressed.at), viewport.toPlan(point)];
    pressed.line = pressed.mode === 'lasso' && pressed.line.length > 0 ? [...pressed.line, to] : [from, to];
    setDrawn({ mode: pressed.mode, add: pressed.add || pressed.extend, line: pressed.line });
  };

  const tap = ({ named, add, extend, at }: Press, byFinger: boolean) => {
    if (named !== null && selectable) {
      const [first] = named;
      if (first !== undefined) selecting.goTo(first);
      return selecting.take(named, add);
    }
    const seat = near(at, byFinger ? fingertip : 0);
    if (seat === null) return;
    if (!selectable) selecting.goTo(seat.index);
    else if (extend) selecting.extendTo(seat.index);
    else selecting.pick(seat.index, add);
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const point = pointOf(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, point);
    setHovered(null);
    setDrawn(null);
    press.current = null;
    if (fingers.current.size > 1 || event.button > 1) return;
    const byFinger = event.pointerType === 'touch';
    press.current = {
      at: point,
      mode: event.button === 1 || !selectable ? 'move' : mode,
      add: byFinger || event.ctrlKey || event.metaKey,
      extend: event.shiftKey,
      named: namedBy(event, geometry),
      moved: false,
      line: [],
    };
    if (event.shiftKey || event.button === 1) event.preventDefault();
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const point = pointOf(event);
    const before = fingers.current.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === 'mouse') setHovered(near(point, 0)?.index ?? null);
      return;
    }
    if (fingers.current.size > 1) pinch(event.pointerId, point);
    else if (press.current !== null) drag(press.current, before, point);
    fingers.current.set(event.pointerId, point);
  };

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId);
    const pressed = press.current;
    press.current = null;
    if (pressed === null) return;
    if (!pressed.moved) tap(pressed, event.pointerType === 'touch');
    else if (pressed.line.length > 0) {
      const seats = seatsIn(geometry, pressed.mode, pressed.line);
      if (seats[0] !== undefined) selecting.goTo(seats[0]);
      selecting.take(seats, pressed.add || pressed.extend);
    }
    setDrawn(null);
  };

  const onPointerCancel = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId);
    press.current = null;
    setDrawn(null);
  };

  return {
    hovered,
    drawn,
    /** Seats inside what is being drawn. */
    surrounded: drawn === null ? null : seatsIn(geometry, drawn.mode, drawn.line),
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel,
      onPointerLeave: () => setHovered(null),
      // else the middle button starts the browser's own scrolling
      onMouseDown: (event: MouseEvent) => event.button === 1 && event.preventDefault(),
    },
  };
}
