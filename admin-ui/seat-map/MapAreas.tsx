import { useTheme } from '@mui/material';
import { memo } from 'react';
import type { PlanArea } from '../../rules/venues/plan-layout.ts';

function Outline({ area, fill, stroke }: { area: PlanArea; fill: string; stroke: string }) {
  const { shape, x, y, width, height, points } = area;
  const paint = { fill, stroke, strokeWidth: 4 };
  switch (shape) {
    case 'rectangle':
      return <rect x={x} y={y} width={width} height={height} {...paint} />;
    case 'circle':
    case 'ellipse':
      return <ellipse cx={x} cy={y} rx={width / 2} ry={height / 2} {...paint} />;
    case 'polygon':
      return <polygon points={points.map((point) => `${x + point.x},${y + point.y}`).join(' ')} {...paint} />;
    case 'text':
      return null;
  }
}

/** What the plan draws beside its seats: the stage, a bar, words. At night in quiet colours instead of the file's. */
export const MapAreas = memo(function MapAreas({ areas }: { areas: readonly PlanArea[] }) {
  const { palette } = useTheme();
  const night = palette.mode === 'dark';
  return areas.map((area) => {
    const { x, y, rotation, text } = area;
    const fill = area.fill === null ? 'none' : night ? palette.action.selected : area.fill;
    const stroke = area.border === null ? 'none' : night ? palette.divider : area.border;
    const turn = rotation === 0 ? {} : { transform: `rotate(${rotation} ${x} ${y})` };
    return (
      <g key={JSON.stringify([area.zone, area.shape, x, y, text?.text])} {...turn}>
        <Outline area={area} fill={fill} stroke={stroke} />
        {text !== null && (
          <text
            x={x + text.x}
            y={y + text.y}
            fontSize={text.size}
            fontWeight={600}
            textAnchor="middle"
            dominantBaseline="central"
            fill={night ? palette.text.secondary : (text.colour ?? palette.text.primary)}
          >
            {text.text}
          </text>
        )}
      </g>
    );
  });
});
