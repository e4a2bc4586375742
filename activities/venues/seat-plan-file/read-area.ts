import type { z } from 'zod';
import type { PlanArea, PlanPoint } from '../../../rules/venues/plan-layout.ts';
import { centimetres } from './centimetres.ts';
import type { AreaShell } from './plan-file.ts';

/** What is drawn, in centimetres of the plan. */
export function readArea(zone: string, origin: PlanPoint, area: z.output<typeof AreaShell>): PlanArea {
  const { shape, position, rotation, color, border_color, text } = area;
  return {
    zone,
    shape,
    x: centimetres(origin.x + position.x),
    y: centimetres(origin.y + position.y),
    ...sizeOf(area),
    rotation: (rotation ?? 0) + 0,
    points: shape === 'polygon' ? (area.polygon?.points ?? []).map(rounded) : [],
    fill: color,
    border: border_color,
    text:
      text === null || text === undefined || text.text === ''
        ? null
        : {
            ...rounded(text.position),
            text: text.text,
            size: centimetres(text.size ?? 16),
            colour: text.color,
          },
  };
}

function sizeOf({ shape, rectangle, circle, ellipse }: z.output<typeof AreaShell>): {
  width: number;
  height: number;
} {
  switch (shape) {
    case 'rectangle':
      return { width: centimetres(rectangle?.width ?? 0), height: centimetres(rectangle?.height ?? 0) };
    case 'circle': {
      const across = centimetres((circle?.radius ?? 0) * 2);
      return { width: across, height: across };
    }
    case 'ellipse': {
      const { x, y } = ellipse?.radius ?? { x: 0, y: 0 };
      return { width: centimetres(x * 2), height: centimetres(y * 2) };
    }
    case 'polygon':
    case 'text':
      return { width: 0, height: 0 };
  }
}

function rounded({ x, y }: PlanPoint): PlanPoint {
  return { x: centimetres(x), y: centimetres(y) };
}
