import type { PlanPoint } from '../../rules/venues/plan-layout.ts';
import type { Box } from './seat-geometry.ts';

/** Where the plan lies on the screen: a point of the plan times `scale`, moved by `x` and `y` pixels. */
export type MapView = PlanPoint & { scale: number };

export type MapSize = { width: number; height: number };

/** Pixels that a seat is wide when one is as near as one may come. */
const nearest = 64;

/** The view that shows all of a box, in the middle. */
export function fitView({ left, top, right, bottom }: Box, { width, height }: MapSize): MapView {
  const scale = Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top));
  return {
    scale,
    x: (width - (left + right) * scale) / 2,
    y: (height - (top + bottom) * scale) / 2,
  };
}

/** The middle of the screen stays over the plan. */
function held(view: MapView, { left, top, right, bottom }: Box, { width, height }: MapSize): MapView {
  const { scale } = view;
  return {
    scale,
    x: Math.min(width / 2 - left * scale, Math.max(width / 2 - right * scale, view.x)),
    y: Math.min(height / 2 - top * scale, Math.max(height / 2 - bottom * scale, view.y)),
  };
}

/** Nearer or farther by a factor, a point of the screen staying where it is; never farther than the whole plan. */
export function zoomed(
  view: MapView,
  factor: number,
  { x, y }: PlanPoint,
  box: Box,
  size: MapSize,
  pitch: number,
): MapView {
  const whole = fitView(box, size);
  const most = Math.max(whole.scale, nearest / pitch);
  const scale = Math.min(most, view.scale * factor);
  if (scale <= whole.scale) return whole;
  const by = scale / view.scale;
  return held({ scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by }, box, size);
}

/** Moved by pixels. */
export function panned(view: MapView, { x, y }: PlanPoint, box: Box, size: MapSize): MapView {
  return held({ scale: view.scale, x: view.x + x, y: view.y + y }, box, size);
}

/** Moved as little as needed for a point of the plan to be seen, with room around it. */
export function revealing(view: MapView, { x, y }: PlanPoint, size: MapSize, room: number): MapView {
  const within = (at: number, length: number) => {
    const margin = Math.min(room, length / 2);
    return Math.min(0, length - margin - at) + Math.max(0, margin - at);
  };
  const across = within(x * view.scale + view.x, size.width);
  const down = within(y * view.scale + view.y, size.height);
  return across === 0 && down === 0 ? view : { ...view, x: view.x + across, y: view.y + down };
}

/** A point of the screen as a point of the plan. */
export function onPlan(view: MapView, { x, y }: PlanPoint): PlanPoint {
  return { x: (x - view.x) / view.scale, y: (y - view.y) / view.scale };
}
