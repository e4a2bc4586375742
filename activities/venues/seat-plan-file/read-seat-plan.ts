import type { z } from 'zod';
import type { PlanArea, PlanPoint, PlanZone } from '../../../rules/venues/plan-layout.ts';
import type { SeatPlanDraft } from '../../../rules/venues/plan-seat.ts';
import { Problem } from '../../problem.ts';
import { centimetres } from './centimetres.ts';
import { type FoundRows, type FoundSeat, orderRows } from './order-rows.ts';
import { parsePlanJson } from './parse-plan-json.ts';
import { PlanFaults } from './plan-faults.ts';
import { AreaShell, PlanShell, RowShell, SeatShell, ZoneShell } from './plan-file.ts';
import { planLimits } from './plan-limits.ts';
import { readArea } from './read-area.ts';

/**
 * Reads a seat plan in the open seating-plan JSON: zones with rows of seats, categories with their colour, areas. Units
 * of the file are centimetres of the plan. Rows of one zone, block and number are one row; rows stand front to back in
 * the order of the file. Files that say so (`placet.ordered`, as our own) also give the order of seats and the gaps;
 * in others seats are put left to right, and a gap is where neighbours stand apart.
 * @throws Problem `plan.tooLarge` | `plan.unreadable` | `plan.tooDeep` | `plan.tooManySeats`, and `plan.invalid` with
 *   every fault at its place, at most a hundred.
 */
export function readSeatPlan(bytes: Uint8Array): SeatPlanDraft {
  const file = parsePlanJson(bytes);
  const faults = new PlanFaults();
  const shell = faults.read(PlanShell, file, '');
  if (shell === null) {
    faults.refuse();
    throw new Problem('plan.unreadable');
  }
  const reading = new Reading(shell, faults);
  for (const [index, zone] of shell.zones.entries()) reading.zone(zone, `zones[${index}]`);
  if (reading.seatCount === 0) faults.add('zones', 'plan.noSeat');
  faults.refuse();
  const seats = orderRows(reading.zones, reading.rows, shell.placet?.ordered === true, faults);
  faults.refuse();
  const { name, categories, size } = shell;
  return {
    name,
    width: Math.ceil(size?.width ?? Math.max(0, ...seats.map(({ x }) => x)) + margin),
    height: Math.ceil(size?.height ?? Math.max(0, ...seats.map(({ y }) => y)) + margin),
    layout: {
      zones: reading.zones,
      categories: categories.map(({ name: category, color }) => ({ name: category, colour: color })),
      // zones of one name are one zone, wherever the file has them
      areas: reading.zones.flatMap(({ name: zone }) => reading.areas.filter((area) => area.zone === zone)),
    },
    seats,
  };
}

/** Room around the seats of a plan that does not say its size. */
const margin = 100;

/** What was found on the way down. */
class Reading {
  readonly rows: FoundRows = new Map();
  readonly zones: PlanZone[] = [];
  readonly areas: PlanArea[] = [];
  seatCount = 0;
  readonly #faults: PlanFaults;
  readonly #categories = new Set<string>();
  readonly #guids = new Set<string>();
  #entries = 0;

  constructor({ categories }: z.output<typeof PlanShell>, faults: PlanFaults) {
    this.#faults = faults;
    for (const [index, { name }] of categories.entries()) {
      if (this.#categories.has(name)) faults.add(`categories[${index}].name`, 'field.duplicate');
      this.#categories.add(name);
    }
  }

  zone(value: unknown, path: string): void {
    if (this.#faults.full) return;
    const zone = this.#faults.read(ZoneShell, value, path);
    if (zone === null) return;
    const { name, zone_id: externalId, position } = zone;
    if (this.zones.every((known) => known.name !== name)) {
      this.zones.push({ name, externalId: externalId ?? null });
    }
    for (const [index, row] of (zone.rows ?? []).entries()) {
      if (this.#faults.full) return;
      this.#row(name, position, row, `${path}.rows[${index}]`);
    }
    for (const [index, given] of (zone.areas ?? []).entries()) {
      const area = this.#faults.read(AreaShell, given, `${path}.areas[${index}]`);
      if (area !== null) this.areas.push(readArea(name, position, area));
    }
  }

  #row(zone: string, origin: PlanPoint, value: unknown, path: string): void {
    const row = this.#faults.read(RowShell, value, path);
    if (row === null) return;
    this.seatCount += row.seats.length;
    if (this.seatCount > planLimits.seats) {
      throw new Problem('plan.tooManySeats', { values: { max: planLimits.seats } });
    }
    const [block, label] = [row.placet?.block ?? '', row.row_number ?? ''];
    const key = JSON.stringify([zone, block, label]);
    const found = this.rows.get(key) ?? { zone, block, label, seats: [] };
    this.rows.set(key, found);
    this.#entries += 1;
    const corner = { x: origin.x + row.position.x, y: origin.y + row.position.y };
    for (const [index, given] of row.seats.entries()) {
      if (this.#faults.full) return;
      const seat = this.#seat(corner, given, `${path}.seats[${index}]`);
      if (seat !== null) found.seats.push(seat);
    }
  }

  #seat(corner: PlanPoint, value: unknown, path: string): FoundSeat | null {
    const seat = this.#faults.read(SeatShell, value, path);
    if (seat === null) return null;
    if (this.#guids.has(seat.seat_guid)) this.#faults.add(`${path}.seat_guid`, 'plan.guidTwice');
    this.#guids.add(seat.seat_guid);
    if (!this.#categories.has(seat.category)) this.#faults.add(`${path}.category`, 'plan.categoryUnknown');
    const { gapBefore = false, wheelchair, companion, restrictedView, aisle } = seat.placet ?? {};
    return {
      path,
      entry: this.#entries,
      gapBefore,
      guid: seat.seat_guid,
      number: seat.seat_number,
      x: centimetres(corner.x + seat.position.x),
      y: centimetres(corner.y + seat.position.y),
      category: seat.category,
      wheelchair: wheelchair ?? false,
      companion: companion ?? false,
      restrictedView: restrictedView ?? false,
      aisle: aisle ?? null,
    };
  }
}
