import { alpha, useTheme } from '@mui/material';
import type { PlanPoint } from '../../rules/venues/plan-layout.ts';
import { GhostLayer, type SeatGhost } from './GhostLayer.tsx';
import { MapAreas } from './MapAreas.tsx';
import { MapLabels } from './MapLabels.tsx';
import { ChangedLayer, MarkLayer, NumberLayer, SeatLayer, SelectionLayer } from './SeatLayers.tsx';
import { boxAround, type MapPlan, type SeatGeometry } from './seat-geometry.ts';
import type { SeatKind } from './seat-words.ts';
import type { Viewport } from './use-map-view.ts';

/** Pixels between two seats from which their numbers can be read. */
const readable = 24;
/** Numbers are written for squares of the plan of that many seats a side, so that moving rarely writes them anew. */
const patch = 12;

function Numbers({ geometry, viewport }: { geometry: SeatGeometry; viewport: Viewport }) {
  const { size, toPlan } = viewport;
  const [first, last] = [toPlan({ x: 0, y: 0 }), toPlan({ x: size.width, y: size.height })];
  const step = geometry.pitch * patch;
  const before = (at: number) => Math.floor(at / step) * step;
  const after = (at: number) => Math.ceil(at / step) * step;
  return (
    <NumberLayer
      geometry={geometry}
      left={before(first.x)}
      top={before(first.y)}
      right={after(last.x)}
      bottom={after(last.y)}
    />
  );
}

/** The rectangle or lasso under the pointer. */
function Drawn({ mode, line }: { mode: string; line: readonly PlanPoint[] }) {
  const { palette } = useTheme();
  const paint = {
    fill: alpha(palette.primary.main, 0.12),
    stroke: palette.primary.main,
    strokeWidth: 1.5,
    strokeDasharray: '5 3',
    vectorEffect: 'non-scaling-stroke',
  };
  if (mode === 'lasso') return <polygon points={line.map(({ x, y }) => `${x},${y}`).join(' ')} {...paint} />;
  const { left, top, right, bottom } = boxAround(line);
  return <rect x={left} y={top} width={right - left} height={bottom - top} {...paint} />;
}

/** The hall as it is drawn; each layer is drawn anew only when what it shows changes. */
export function MapDrawing({
  plan,
  geometry,
  viewport,
  kinds,
  colouring,
  selection,
  changed,
  active,
  drawn,
  ghosts,
  pressable,
}: {
  plan: MapPlan;
  geometry: SeatGeometry;
  viewport: Viewport;
  kinds: readonly SeatKind[];
  colouring: readonly number[];
  selection: ReadonlySet<number>;
  changed: ReadonlySet<number>;
  active: number;
  drawn: { mode: string; line: readonly PlanPoint[] } | null;
  ghosts: readonly SeatGhost[];
  pressable: boolean;
}) {
  const { palette } = useTheme();
  const { size, view } = viewport;
  if (size.width === 0) return null;
  const seat = geometry.seats[active];
  const near = geometry.pitch * view.scale >= readable;
  const ring = { r: geometry.pitch * 0.62, fill: 'none', vectorEffect: 'non-scaling-stroke' };
  return (
    <svg
      aria-hidden="true"
      width={size.width}
      height={size.height}
      style={{ position: 'absolute', inset: 0, display: 'block' }}
    >
      <g transform={`matrix(${view.scale} 0 0 ${view.scale} ${view.x} ${view.y})`}>
        <MapAreas areas={plan.layout.areas} />
        <ChangedLayer geometry={geometry} changed={changed} />
        <SelectionLayer geometry={geometry} selection={selection} />
        <SeatLayer geometry={geometry} kinds={kinds} colouring={colouring} />
        {near && <Numbers geometry={geometry} viewport={viewport} />}
        <MarkLayer geometry={geometry} cornered={near} />
        <GhostLayer geometry={geometry} ghosts={ghosts} />
        <MapLabels geometry={geometry} scale={view.scale} pressable={pressable} />
        {seat !== undefined && (
          <g className="seat-focus">
            <circle cx={seat.x} cy={seat.y} stroke={palette.background.paper} strokeWidth={6} {...ring} />
            <circle cx={seat.x} cy={seat.y} stroke={palette.primary.main} strokeWidth={3} {...ring} />
          </g>
        )}
        {drawn !== null && <Drawn mode={drawn.mode} line={drawn.line} />}
      </g>
    </svg>
  );
}
