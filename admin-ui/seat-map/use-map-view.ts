import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { PlanPoint } from '../../rules/venues/plan-layout.ts';
import { fitView, type MapSize, type MapView, onPlan, panned, revealing, zoomed } from './map-view.ts';
import type { SeatGeometry } from './seat-geometry.ts';

/** What of the plan is seen, and how one gets nearer or elsewhere. */
export type Viewport = {
  size: MapSize;
  view: MapView;
  /** All of the plan is seen. */
  whole: boolean;
  zoom: (factor: number, around?: PlanPoint) => void;
  pan: (by: PlanPoint) => void;
  fit: () => void;
  reveal: (point: PlanPoint) => void;
  toPlan: (point: PlanPoint) => PlanPoint;
};

type State = { size: MapSize; view: MapView; whole: boolean };

const nothing: State = { size: { width: 0, height: 0 }, view: { scale: 0, x: 0, y: 0 }, whole: true };
/** How much of the screen stays between the seat one moves to and the edge, in pixels. */
const room = 48;
const wheelStep = 0.0016;

/** The view of an element on the plan; it follows the element's size, and the wheel once the map is being used. */
export function useMapView(host: RefObject<HTMLElement | null>, { box, pitch }: SeatGeometry): Viewport {
  const [state, setState] = useState<State>(nothing);
  const change = useCallback(
    (next: (before: State) => MapView) =>
      setState((before) => {
        const view = next(before);
        return { ...before, view, whole: view.scale <= fitView(box, before.size).scale * 1.001 };
      }),
    [box],
  );
  const zoom = useCallback(
    (factor: number, around?: PlanPoint) =>
      change(({ view, size }) =>
        zoomed(view, factor, around ?? { x: size.width / 2, y: size.height / 2 }, box, size, pitch),
      ),
    [change, box, pitch],
  );
  const pan = useCallback(
    (by: PlanPoint) => change(({ view, size }) => panned(view, by, box, size)),
    [change, box],
  );
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const resized = () => {
      const size = { width: element.clientWidth, height: element.clientHeight };
      setState((before) => ({
        ...before,
        size,
        view: before.whole ? fitView(box, size) : panned(before.view, { x: 0, y: 0 }, box, size),
      }));
    };
    const turned = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      zoom(Math.exp(-event.deltaY * lines * wheelStep * (event.ctrlKey ? 3 : 1)), {
        x: event.clientX - left,
        y: event.clientY - top,
      });
    };
    const observer = new ResizeObserver(resized);
    observer.observe(element);
    element.addEventListener('wheel', turned, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', turned);
    };
  }, [host, box, zoom]);
  return {
    ...state,
    zoom,
    pan,
    fit: () => change(({ size }) => fitView(box, size)),
    reveal: (point) => change(({ view, size }) => revealing(view, point, size, room)),
    toPlan: (point) => onPlan(state.view, point),
  };
}
