import { createHash } from 'node:crypto';
import type { PlanSeat, SeatPlanDraft } from '../../../rules/venues/plan-seat.ts';
import { newId } from '../../new-id.ts';

/** A plan as it is stored: what is told of it, and its seats ready to be written. */
export interface PackedPlan {
  name: string;
  /** Centimetres. */
  width: number;
  height: number;
  /** `PlanLayout` as JSON. */
  layout: string;
  /** Two files that say the same have the same digest, however they are written. */
  digest: string;
  seatCount: number;
  zones: { name: string; seats: number }[];
  categories: { name: string; colour: string; seats: number }[];
  wheelchairs: number;
  /** The guids of its seats, as an array literal of PostgreSQL. */
  guids: string;
  /** Its seats, some thousands each: the columns of `seatColumns`, each an array literal of PostgreSQL. */
  batches: string[][];
}

/** The columns of `seat` that are written, with their types. */
export const seatColumns = {
  id: 'uuid',
  guid: 'text',
  zone: 'text',
  block: 'text',
  row_label: 'text',
  row_order: 'int',
  number: 'text',
  place: 'int',
  run: 'int',
  x: 'int',
  y: 'int',
  category: 'text',
  wheelchair: 'boolean',
  companion: 'boolean',
  restricted_view: 'boolean',
  aisle: 'boolean',
} as const;

type SeatColumn = keyof typeof seatColumns;

const read: Readonly<Record<SeatColumn, (seat: PlanSeat) => string | number | boolean>> = {
  id: () => newId(),
  guid: ({ guid }) => guid,
  zone: ({ zone }) => zone,
  block: ({ block }) => block,
  row_label: ({ rowLabel }) => rowLabel,
  row_order: ({ rowOrder }) => rowOrder,
  number: ({ number }) => number,
  place: ({ place }) => place,
  run: ({ run }) => run,
  x: ({ x }) => x,
  y: ({ y }) => y,
  category: ({ category }) => category,
  wheelchair: ({ wheelchair }) => wheelchair,
  companion: ({ companion }) => companion,
  restricted_view: ({ restrictedView }) => restrictedView,
  aisle: ({ aisle }) => aisle,
};

/** Seats written by one statement. */
const batch = 5_000;

/**
 * Packs a plan, so that who writes it has few texts to hand over instead of every seat to look at. The ids of the seats
 * rise in the order of the plan.
 */
export function packPlan(draft: SeatPlanDraft): PackedPlan {
  const { name, width, height, layout, seats } = draft;
  const counted = (part: (seat: PlanSeat) => string) => Map.groupBy(seats, part);
  const [zones, categories] = [counted(({ zone }) => zone), counted(({ category }) => category)];
  return {
    name,
    width,
    height,
    layout: JSON.stringify(layout),
    digest: createHash('sha256').update(JSON.stringify(draft)).digest('base64url'),
    seatCount: seats.length,
    zones: layout.zones.map((zone) => ({ name: zone.name, seats: zones.get(zone.name)?.length ?? 0 })),
    categories: layout.categories.map((category) => ({
      ...category,
      seats: categories.get(category.name)?.length ?? 0,
    })),
    wheelchairs: seats.filter(({ wheelchair }) => wheelchair).length,
    guids: arrayLiteral(seats.map(({ guid }) => guid)),
    batches: Array.from({ length: Math.ceil(seats.length / batch) }, (_batch, at) => {
      const rows = seats.slice(at * batch, (at + 1) * batch);
      return Object.values(read).map((column) => arrayLiteral(rows.map(column)));
    }),
  };
}

function arrayLiteral(values: readonly (string | number | boolean)[]): string {
  return `{${values.map((value) => (typeof value === 'string' ? quoted(value) : `${value}`)).join(',')}}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
