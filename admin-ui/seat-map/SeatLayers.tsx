import { lighten, useTheme } from '@mui/material';
import { memo, useMemo } from 'react';
import type { MapSeat, SeatGeometry } from './seat-geometry.ts';
import { bandPath, markPath, seatMarks, shapesPath } from './seat-shapes.ts';
import type { SeatKind } from './seat-words.ts';

/** The radius of a seat beside the distance of two neighbours. */
const seatRadius = 0.4;

/** A colour of a category as it can be told from the ground: lighter at night. */
export function useKindColour(): (colour: string) => string {
  const { palette } = useTheme();
  return (colour) => (palette.mode === 'dark' ? lighten(colour, 0.35) : colour);
}

/** All seats, one path for each kind: selecting, moving and zooming leave these elements alone. */
export const SeatLayer = memo(function SeatLayer({
  geometry,
  kinds,
  colouring,
}: {
  geometry: SeatGeometry;
  kinds: readonly SeatKind[];
  colouring: readonly number[];
}) {
  const { palette } = useTheme();
  const kindColour = useKindColour();
  const radius = geometry.pitch * seatRadius;
  const paths = useMemo(() => {
    const ofKind: MapSeat[][] = kinds.map(() => []);
    const none: MapSeat[] = [];
    for (const seat of geometry.seats) (ofKind[colouring[seat.index] ?? -1] ?? none).push(seat);
    return {
      kinds: kinds.map(({ shape }, kind) => shapesPath(shape, ofKind[kind] ?? [], radius)),
      none: shapesPath('circle', none, radius * 0.8),
    };
  }, [geometry, kinds, colouring, radius]);
  return (
    <>
      <path
        d={paths.none}
        fill={palette.background.paper}
        stroke={palette.text.secondary}
        strokeWidth={radius * 0.2}
      />
      {kinds.map(({ id, colour }, kind) => (
        <path
          key={id}
          d={paths.kinds[kind]}
          fill={kindColour(colour)}
          stroke={palette.background.paper}
          strokeWidth={radius * 0.12}
          strokeLinejoin="round"
        />
      ))}
    </>
  );
});

/** Small signs on seats; in a corner, where the middle has the number. */
export const MarkLayer = memo(function MarkLayer({
  geometry,
  cornered,
}: {
  geometry: SeatGeometry;
  cornered: boolean;
}) {
  const radius = geometry.pitch * seatRadius;
  const paths = useMemo(() => {
    const size = radius * (cornered ? 0.42 : 0.62);
    const off = cornered ? radius * 0.72 : 0;
    return seatMarks.map(({ bit, name }) =>
      geometry.seats
        .filter(({ attributes }) => (attributes & bit) !== 0)
        .map(({ x, y }) => markPath(name, { x: x + off, y: y + off }, size))
        .join(''),
    );
  }, [geometry, cornered, radius]);
  const width = radius * (cornered ? 0.16 : 0.2);
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      {seatMarks.map(({ name }, at) => (
        <g key={name}>
          <path d={paths[at]} stroke="#16202c" strokeWidth={width * 2.4} />
          <path d={paths[at]} stroke="#ffffff" strokeWidth={width} />
        </g>
      ))}
    </g>
  );
});

/** The band behind selected seats. */
export const SelectionLayer = memo(function SelectionLayer({
  geometry,
  selection,
}: {
  geometry: SeatGeometry;
  selection: ReadonlySet<number>;
}) {
  const { palette } = useTheme();
  const band = useMemo(
    () =>
      bandPath(
        geometry.seats.filter(({ index }) => selection.has(index)),
        geometry.pitch,
      ),
    [geometry, selection],
  );
  return <path d={band} fill={palette.text.primary} />;
});

/** A tinted ground behind seats whose kind is not saved yet. */
export const ChangedLayer = memo(function ChangedLayer({
  geometry,
  changed,
}: {
  geometry: SeatGeometry;
  changed: ReadonlySet<number>;
}) {
  const { palette } = useTheme();
  const band = useMemo(
    () =>
      bandPath(
        geometry.seats.filter(({ index }) => changed.has(index)),
        geometry.pitch,
      ),
    [geometry, changed],
  );
  return <path d={band} fill={palette.warning.main} fillOpacity={palette.mode === 'dark' ? 0.5 : 0.35} />;
});

/** The seats of a part of the plan with their numbers, when one is near enough to read them. */
export const NumberLayer = memo(function NumberLayer({
  geometry,
  left,
  top,
  right,
  bottom,
}: {
  geometry: SeatGeometry;
  left: number;
  top: number;
  right: number;
  bottom: number;
}) {
  const size = geometry.pitch * 0.34;
  const seen = geometry.seats.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
  return (
    <g
      fontSize={size}
      fontWeight={700}
      textAnchor="middle"
      fill="#ffffff"
      stroke="#16202c"
      strokeWidth={size * 0.16}
      paintOrder="stroke"
      strokeLinejoin="round"
    >
      {seen.map(({ id, x, y, number }) => (
        <text key={id} x={x} y={y + size * 0.35}>
          {number}
        </text>
      ))}
    </g>
  );
});
