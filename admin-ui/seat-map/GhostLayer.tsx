import { useTheme } from '@mui/material';
import { memo } from 'react';
import type { SeatGeometry } from './seat-geometry.ts';
import { shapesPath } from './seat-shapes.ts';

/** Seats that are proposed together; `label` stands on the first of them. */
export type SeatGhost = { id: string; label: string; seats: readonly number[]; chosen: boolean };

/** Proposals as rings over their seats: dashed, and whole for the one that is chosen; each with its number. */
export const GhostLayer = memo(function GhostLayer({
  geometry,
  ghosts,
}: {
  geometry: SeatGeometry;
  ghosts: readonly SeatGhost[];
}) {
  const { palette } = useTheme();
  const radius = geometry.pitch * 0.47;
  return (
    <g data-ghosts={ghosts.length}>
      {ghosts.map(({ id, label, seats, chosen }) => {
        const points = seats.flatMap((seat) => geometry.seats[seat] ?? []);
        const [first] = points;
        if (first === undefined) return null;
        return (
          <g key={id}>
            <path
              d={shapesPath('circle', points, radius)}
              fill="none"
              stroke={palette.background.paper}
              strokeWidth={radius * 0.42}
            />
            <path
              d={shapesPath('circle', points, radius)}
              fill="none"
              stroke={chosen ? palette.primary.main : palette.text.primary}
              strokeWidth={radius * (chosen ? 0.3 : 0.2)}
              strokeDasharray={chosen ? undefined : `${radius * 0.35} ${radius * 0.3}`}
            />
            <circle
              cx={first.x}
              cy={first.y - radius * 1.5}
              r={radius * 0.85}
              fill={chosen ? palette.primary.main : palette.text.primary}
            />
            <text
              x={first.x}
              y={first.y - radius * 1.1}
              fontSize={radius * 1.2}
              fontWeight={700}
              textAnchor="middle"
              fill={palette.background.paper}
            >
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
});
