import type { z } from 'zod';
import type { SeatColumnsBody } from '../../api/venues/schema.ts';
import type { PlanPoint } from '../../rules/venues/plan-layout.ts';
import { inRowOrder } from '../../rules/venues/row-runs.ts';

/** The seats of a plan or of a configuration, by column, as the API tells them. */
export type SeatColumns = z.output<typeof SeatColumnsBody>;

/** What a map is drawn from: where seats stand and what they are called, whatever they are coloured by. */
export type MapPlan = Pick<SeatColumns, 'width' | 'height' | 'layout' | 'rows'> & {
  seats: Pick<SeatColumns['seats'], 'id' | 'row' | 'number' | 'x' | 'y' | 'attributes'>;
};

/** A seat of a map; `index` is its place in the columns, by which selections and colourings name it. */
export type MapSeat = PlanPoint & {
  index: number;
  id: string;
  row: number;
  number: string;
  /** Sum of 1 wheelchair, 2 companion, 4 restricted view, 8 aisle. */
  attributes: number;
};

/** A row with its seats from left to right, or from top to bottom where it stands upright. */
export type MapRow = {
  index: number;
  zone: string;
  block: string;
  label: string;
  upright: boolean;
  seats: readonly MapSeat[];
};

/** All rows of one block of a zone; of the zone, where it has no blocks. */
export type MapBlock = { zone: string; block: string; seats: readonly MapSeat[]; box: Box };

/** A rectangle of the plan, in centimetres. */
export type Box = { left: number; top: number; right: number; bottom: number };

export type SeatGeometry = {
  seats: readonly MapSeat[];
  rows: readonly MapRow[];
  blocks: readonly MapBlock[];
  /** The usual distance of two neighbours, in centimetres. */
  pitch: number;
  /** Everything that is drawn, with a margin. */
  box: Box;
  /** Seats by square of the plan, for finding the one under a finger. */
  squares: ReadonlyMap<string, readonly MapSeat[]>;
};

const usualPitch = 50;

/** The box around points; of none, an empty one. */
export function boxAround(points: readonly PlanPoint[]): Box {
  const box = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x);
    box.bottom = Math.max(box.bottom, y);
  }
  return points.length === 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : box;
}

/** Groups what has one key, in the order the keys are first met. */
function grouped<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}

function pitchOf(rows: readonly MapRow[]): number {
  const distances = rows
    .flatMap(({ seats }) =>
      seats.slice(1).map(({ x, y }, at) => Math.hypot(x - (seats[at]?.x ?? x), y - (seats[at]?.y ?? y))),
    )
    .filter((distance) => distance > 0)
    .sort((one, other) => one - other);
  return distances[Math.floor(distances.length / 2)] ?? usualPitch;
}

const squareOf = (x: number, y: number, size: number) => `${Math.floor(x / size)} ${Math.floor(y / size)}`;

/** Corners of what is drawn beside the seats. */
function areaCorners({ layout }: MapPlan): PlanPoint[] {
  return layout.areas.flatMap(({ shape, x, y, width, height, points }) => {
    if (shape === 'polygon') return points.map((point) => ({ x: x + point.x, y: y + point.y }));
    const [left, top] = shape === 'rectangle' ? [x, y] : [x - width / 2, y - height / 2];
    return [
      { x: left, y: top },
      { x: left + width, y: top + height },
    ];
  });
}

/** What the map asks of the seats of a plan, made once for a plan. */
export function seatGeometry(plan: MapPlan): SeatGeometry {
  const { id, row, number, x, y, attributes } = plan.seats;
  const seats = id.map(
    (each, index): MapSeat => ({
      index,
      id: each,
      row: row[index] ?? 0,
      number: number[index] ?? '',
      x: x[index] ?? 0,
      y: y[index] ?? 0,
      attributes: attributes[index] ?? 0,
    }),
  );
  const ofRow = grouped(seats, (seat) => `${seat.row}`);
  const rows = plan.rows.map(({ zone, block, label }, index): MapRow => {
    const own = ofRow.get(`${index}`) ?? [];
    const box = boxAround(own);
    const upright = box.bottom - box.top > box.right - box.left;
    return { index, zone, block, label, upright, seats: inRowOrder(own) };
  });
  const blocks = [...grouped(rows, ({ zone, block }) => JSON.stringify([zone, block])).values()].map(
    (own): MapBlock => {
      const all = own.flatMap((each) => each.seats);
      return { zone: own[0]?.zone ?? '', block: own[0]?.block ?? '', seats: all, box: boxAround(all) };
    },
  );
  const pitch = pitchOf(rows);
  const box = boxAround([...seats, ...areaCorners(plan)]);
  const margin = pitch * 2.5;
  return {
    seats,
    rows,
    blocks,
    pitch,
    box: {
      left: box.left - margin,
      top: box.top - margin,
      right: box.right + margin,
      bottom: box.bottom + margin,
    },
    squares: grouped(seats, (seat) => squareOf(seat.x, seat.y, pitch)),
  };
}

/** The seat nearest to a point of the plan, not farther than `reach` centimetres; null when there is none. */
export function seatAt({ squares, pitch }: SeatGeometry, { x, y }: PlanPoint, reach: number): MapSeat | null {
  const around = Math.ceil(reach / pitch);
  let found: MapSeat | null = null;
  let least = reach;
  for (let across = -around; across <= around; across += 1) {
    for (let down = -around; down <= around; down += 1) {
      for (const seat of squares.get(squareOf(x + across * pitch, y + down * pitch, pitch)) ?? []) {
        const distance = Math.hypot(seat.x - x, seat.y - y);
        if (distance <= least) [found, least] = [seat, distance];
      }
    }
  }
  return found;
}

/** The seats whose middle lies in the rectangle between two points. */
export function seatsInRectangle({ seats }: SeatGeometry, one: PlanPoint, other: PlanPoint): number[] {
  const { left, top, right, bottom } = boxAround([one, other]);
  return seats
    .filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
    .map(({ index }) => index);
}

/** Whether a point lies inside a closed line: a ray from it crosses the line an odd number of times. */
function isInside({ x, y }: PlanPoint, line: readonly PlanPoint[]): boolean {
  let inside = false;
  let before = line.at(-1);
  for (const point of line) {
    if (before !== undefined && point.y > y !== before.y > y) {
      const crossing = ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x;
      if (x < crossing) inside = !inside;
    }
    before = point;
  }
  return inside;
}

/** The seats whose middle a lasso goes around; its end is joined to its beginning. */
export function seatsInLasso({ seats }: SeatGeometry, line: readonly PlanPoint[]): number[] {
  if (line.length < 3) return [];
  const { left, top, right, bottom } = boxAround(line);
  return seats
    .filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom && isInside({ x, y }, line))
    .map(({ index }) => index);
}
