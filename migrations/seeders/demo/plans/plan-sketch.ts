import type { PlanArea, PlanCategory } from '../../../../rules/venues/plan-layout.ts';
import type { PlanSeat, SeatPlanDraft } from '../../../../rules/venues/plan-seat.ts';

/** A seat as a hall is sketched: where it stands in its row follows from its neighbours. */
export type SketchSeat = Pick<PlanSeat, 'number' | 'x' | 'y' | 'category'> &
  Partial<Pick<PlanSeat, 'wheelchair' | 'companion' | 'restrictedView'>> & { gapBefore?: boolean };

/** A row, its seats from left to right; rows of a block come from front to back. */
export interface SketchRow {
  zone: string;
  block?: string;
  label: string;
  seats: readonly SketchSeat[];
}

/** What a hall is sketched from. */
export interface Sketch {
  name: string;
  width: number;
  height: number;
  categories: PlanCategory[];
  areas: PlanArea[];
  rows: readonly SketchRow[];
}

/** The plan of a sketch: places, runs and aisle seats counted, every seat with an id made of its label. */
export function planOf({ name, width, height, categories, areas, rows }: Sketch): SeatPlanDraft {
  const orders = new Map<string, number>();
  const seats = rows.flatMap(({ zone, block = '', label, seats: row }) => {
    const key = `${zone}/${block}`;
    const rowOrder = (orders.get(key) ?? 0) + 1;
    orders.set(key, rowOrder);
    let run = 1;
    return row.map(({ gapBefore = false, ...seat }, index): PlanSeat => {
      if (gapBefore) run += 1;
      return {
        guid: [zone, block, label, seat.number].filter((part) => part !== '').join('/'),
        zone,
        block,
        rowLabel: label,
        rowOrder,
        number: seat.number,
        place: index + 1,
        run,
        x: Math.round(seat.x),
        y: Math.round(seat.y),
        category: seat.category,
        wheelchair: seat.wheelchair ?? false,
        companion: seat.companion ?? false,
        restrictedView: seat.restrictedView ?? false,
        aisle: gapBefore || row[index + 1]?.gapBefore === true,
      };
    });
  });
  const zones = [...new Set(rows.map(({ zone }) => zone))].map((zone) => ({ name: zone, externalId: null }));
  return { name, width, height, layout: { zones, categories, areas }, seats };
}

/** A stage that wide, its middle above the seats. */
export function stage(zone: string, middle: number, y: number, width: number, height: number): PlanArea {
  return {
    zone,
    shape: 'rectangle',
    x: middle - width / 2,
    y,
    width,
    height,
    rotation: 0,
    points: [],
    fill: '#d7ccc8',
    border: '#5d4037',
    text: { text: 'SCÈNE', x: width / 2, y: height / 2, size: 60, colour: '#3e2723' },
  };
}
