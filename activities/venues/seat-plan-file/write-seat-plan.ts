import type { PlanArea, PlanText } from '../../../rules/venues/plan-layout.ts';
import type { PlanSeat, SeatPlanDraft } from '../../../rules/venues/plan-seat.ts';

const radius = 20;

/**
 * The plan in the open seating-plan JSON, so that `readSeatPlan` gives the same plan again. Positions are those of the
 * plan: zones and rows stand at its corner. What the format does not know stands in `placet`.
 */
export function writeSeatPlan({ name, width, height, layout, seats }: SeatPlanDraft): object {
  return {
    name,
    categories: layout.categories.map(({ name: category, colour }) => ({ name: category, color: colour })),
    zones: layout.zones.map(({ name: zone, externalId }) => ({
      name: zone,
      zone_id: externalId,
      position: { x: 0, y: 0 },
      rows: rowsOf(seats.filter((seat) => seat.zone === zone)),
      areas: layout.areas.filter((area) => area.zone === zone).map(writeArea),
    })),
    size: { width, height },
    placet: { ordered: true },
  };
}

function rowsOf(seats: readonly PlanSeat[]): object[] {
  const rows = Map.groupBy(seats, ({ block, rowLabel }) => JSON.stringify([block, rowLabel]));
  return [...rows.values()].map((row) => ({
    row_number: row[0]?.rowLabel ?? '',
    row_number_position: 'both',
    position: { x: 0, y: 0 },
    seats: row.map((seat, index) => writeSeat(seat, row[index - 1]?.run ?? seat.run)),
    ...(row[0]?.block ? { placet: { block: row[0].block } } : {}),
  }));
}

function writeSeat(seat: PlanSeat, runBefore: number): object {
  const { wheelchair, companion, restrictedView, aisle } = seat;
  const ours = { gapBefore: seat.run !== runBefore, wheelchair, companion, restrictedView, aisle };
  const told = Object.entries(ours).filter(([, value]) => value);
  return {
    seat_number: seat.number,
    seat_guid: seat.guid,
    uuid: seat.guid,
    position: { x: seat.x, y: seat.y },
    category: seat.category,
    radius,
    ...(told.length === 0 ? {} : { placet: Object.fromEntries(told) }),
  };
}

function writeArea({ shape, x, y, width, height, rotation, points, fill, border, text }: PlanArea): object {
  return {
    shape,
    position: { x, y },
    rotation,
    ...(fill === null ? {} : { color: fill }),
    ...(border === null ? {} : { border_color: border }),
    ...(shape === 'rectangle' ? { rectangle: { width, height } } : {}),
    ...(shape === 'circle' ? { circle: { radius: width / 2 } } : {}),
    ...(shape === 'ellipse' ? { ellipse: { radius: { x: width / 2, y: height / 2 } } } : {}),
    ...(shape === 'polygon' ? { polygon: { points } } : {}),
    ...(text === null ? {} : { text: writeText(text) }),
  };
}

function writeText({ text, size, colour, x, y }: PlanText): object {
  return { text, size, position: { x, y }, ...(colour === null ? {} : { color: colour }) };
}
