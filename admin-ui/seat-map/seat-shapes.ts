import type { PlanPoint } from '../../rules/venues/plan-layout.ts';

/** The shapes seats are told apart by besides their colour, in the order they are given out. */
export const seatShapes = [
  'circle',
  'square',
  'diamond',
  'triangle',
  'hexagon',
  'flag',
  'cross',
  'arrow',
  'star',
] as const;

export type SeatShape = (typeof seatShapes)[number];

/** The shape of the n-th kind; they come round again after the last. */
export function shapeOf(position: number): SeatShape {
  return seatShapes[position % seatShapes.length] ?? 'circle';
}

/** Corners on a circle of radius 1, from the top, clockwise; every second one drawn in when `inner` is given. */
function corners(count: number, turn = 0, inner = 1): PlanPoint[] {
  return Array.from({ length: count }, (_, at) => {
    const angle = ((at + turn) / count) * 2 * Math.PI - Math.PI / 2;
    const radius = at % 2 === 1 ? inner : 1;
    return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
  });
}

const across = 0.36;
const plus = [
  [-across, -1],
  [across, -1],
  [across, -across],
  [1, -across],
  [1, across],
  [across, across],
  [across, 1],
  [-across, 1],
  [-across, across],
  [-1, across],
  [-1, -across],
  [-across, -across],
];

const scaled = (points: readonly PlanPoint[], by: number) =>
  points.map(({ x, y }) => ({ x: x * by, y: y * by }));

/** The outlines for radius 1; each covers about the area of the circle. */
const outlines: Readonly<Record<Exclude<SeatShape, 'circle'>, readonly PlanPoint[]>> = {
  square: scaled(corners(4, 0.5), 1.25),
  diamond: scaled(corners(4), 1.24),
  triangle: scaled(corners(3), 1.28).map(({ x, y }) => ({ x, y: y + 0.2 })),
  hexagon: scaled(corners(6, 0.5), 1.08),
  flag: scaled(corners(3, 0.5), 1.28).map(({ x, y }) => ({ x, y: y - 0.2 })),
  cross: plus.map(([x = 0, y = 0]) => ({ x: x * 1.05, y: y * 1.05 })),
  arrow: scaled(corners(5), 1.14),
  star: scaled(corners(10, 0, 0.52), 1.32),
};

const short = (value: number) => Math.round(value * 10) / 10;

function circle(x: number, y: number, r: number): string {
  const radius = short(r);
  return `M${short(x - r)} ${short(y)}a${radius} ${radius} 0 1 0 ${short(2 * r)} 0a${radius} ${radius} 0 1 0 ${short(-2 * r)} 0z`;
}

/** The path of one shape of that radius around a point. */
export function shapePath(shape: SeatShape, { x, y }: PlanPoint, radius: number): string {
  if (shape === 'circle') return circle(x, y, radius);
  const points = outlines[shape].map(
    (point) => `${short(x + point.x * radius)} ${short(y + point.y * radius)}`,
  );
  return `M${points.join('L')}z`;
}

/** One path for many seats of one shape: a kind of a hall is one element, however many seats it has. */
export function shapesPath(shape: SeatShape, seats: readonly PlanPoint[], radius: number): string {
  return seats.map((seat) => shapePath(shape, seat, radius)).join('');
}

/** Squares that touch their neighbours, behind selected seats: a selected row is one band. */
export function bandPath(seats: readonly PlanPoint[], pitch: number): string {
  const side = short(pitch * 1.02);
  return seats
    .map(({ x, y }) => `M${short(x - side / 2)} ${short(y - side / 2)}h${side}v${side}h${-side}z`)
    .join('');
}

/** What a seat is besides its kind, each with its own small sign. */
export const seatMarks = [
  { bit: 1, name: 'wheelchair' },
  { bit: 2, name: 'companion' },
  { bit: 4, name: 'restrictedView' },
] as const;

export type SeatMark = (typeof seatMarks)[number]['name'];

/** The strokes of a sign of that radius: a wheelchair, a plus, a bar across. */
export function markPath(mark: SeatMark, { x, y }: PlanPoint, radius: number): string {
  const at = (dx: number, dy: number) => `${short(x + dx * radius)} ${short(y + dy * radius)}`;
  switch (mark) {
    case 'wheelchair':
      return `${circle(x - radius * 0.2, y + radius * 0.4, radius * 0.55)}${circle(x - radius * 0.2, y - radius * 0.95, radius * 0.1)}M${at(-0.2, -0.5)}L${at(-0.2, 0.2)}L${at(0.5, 0.2)}L${at(0.85, 0.95)}`;
    case 'companion':
      return `M${at(-0.8, 0)}L${at(0.8, 0)}M${at(0, -0.8)}L${at(0, 0.8)}`;
    case 'restrictedView':
      return `M${at(-0.8, 0.8)}L${at(0.8, -0.8)}`;
  }
}
