import { sql } from 'kysely';
import { type NamedSeat, namedSeat } from '../../rules/stock/named-seat.ts';
import { seatsToGive } from '../../rules/stock/seats-to-give.ts';
import { overbookingSettings } from '../catalogue/writing/stock-rows.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import type { Verb } from '../verb.ts';
import type { HallSeat } from './hall.ts';
import { moveCapacities } from './move-capacities.ts';
import { freeSeats } from './move-stock.ts';
import { lockHall } from './seats.ts';

/** A performance whose places move. */
export interface ShiftedPerformance {
  id: string;
  organisationId: string;
  activityId: string;
  startsAt: string;
  timeZone: string;
  state: string;
  venueId: string;
  configurationId: string | null;
}

/** A stock row under its lock. */
export interface ContingentRow {
  stockId: string;
  seatCategoryId: string;
  rank: number;
  contingentId: string;
  capacity: number;
  taken: number;
}

/** All that a performance has, locked: its seats, its categories, its stock rows. */
export interface LockedPlaces {
  performance: ShiftedPerformance;
  /** Empty where there are no numbered seats. */
  hall: HallSeat[];
  rows: ContingentRow[];
}

/** Places of one category that go from one contingent to another: these seats, or so many. */
export interface Shift {
  seatCategoryId: string;
  fromContingentId: string;
  toContingentId: string;
  quantity: number;
  seatIds: readonly string[] | null;
}

/** What was moved, and the seats where there are numbers. */
export interface Shifted extends Omit<Shift, 'seatIds'> {
  seats: NamedSeat[] | null;
}

/**
 * Keeps a performance from being moved or cancelled until this verb has ended, and answers it. It waits for whoever is
 * doing so.
 */
export async function holdPerformance(verb: Verb, id: string): Promise<ShiftedPerformance | null> {
  const { rows } = await sql<ShiftedPerformance>`
    select p.id, p.organisation_id as "organisationId", e.activity_id as "activityId", p.starts_at as "startsAt",
      p.time_zone as "timeZone", p.state, p.venue_id as "venueId", p.configuration_id as "configurationId"
    from performance p join show_event e on e.id = p.event_id
    where p.id = ${id} for share of p`.execute(verb.db);
  return rows[0] ?? null;
}

/**
 * Locks all places of a performance, in the order of design section 3: seats, categories, stock rows last. Whoever wants
 * some of them waits, so that what is free stays free until it has moved.
 */
export async function lockPlaces(verb: Verb, performance: ShiftedPerformance): Promise<LockedPlaces> {
  const { id } = performance;
  const hall = await lockHall(verb, id, []);
  await sql`select 1 from stock_category where performance_id = ${id} order by id for update`.execute(
    verb.db,
  );
  await sql`select 1 from stock where performance_id = ${id} order by id for no key update`.execute(verb.db);
  return { performance, hall, rows: await readRows(verb, id) };
}

async function readRows(verb: Verb, performanceId: string): Promise<ContingentRow[]> {
  const { rows } = await sql<ContingentRow>`
    select t.id as "stockId", t.seat_category_id as "seatCategoryId", k.rank, t.contingent_id as "contingentId",
      t.capacity, t.held + t.ordered + t.sold + t.blocked + t.allotted + t.recalling as taken
    from stock t join seat_category k on k.id = t.seat_category_id
    where t.performance_id = ${performanceId} order by k.rank, t.id`.execute(verb.db);
  return rows;
}

/** What of a row nobody has: places of its capacity, and where there are numbers as many seats at most. */
export function freeOf({ hall }: LockedPlaces, row: ContingentRow): number {
  const free = Math.max(0, row.capacity - row.taken);
  return hall.length === 0 ? free : Math.min(free, freeIn(hall, row.stockId).length);
}

function freeIn(hall: readonly HallSeat[], stockId: string): HallSeat[] {
  return hall.filter((seat) => seat.stockId === stockId && seat.claimId === null);
}

/**
 * Moves free places that are locked, one move after the other, and writes what comes out in one statement each for seats
 * and capacities. Where there are numbers and only a quantity is said, `rules/stock/seats-to-give.ts` chooses.
 * @throws Problem `stock.insufficient` when less is free than is to move.
 */
export async function shiftPlaces(
  verb: Verb,
  places: LockedPlaces,
  shifts: readonly Shift[],
): Promise<Shifted[]> {
  if (shifts.length === 0) return [];
  const rows = await withOpenRows(verb, places, shifts);
  const stockOf = (shift: Shift, contingentId: string) => {
    const row = rows.find(
      (each) => each.seatCategoryId === shift.seatCategoryId && each.contingentId === contingentId,
    );
    if (row === undefined) throw new RangeError('a stock row that is not there');
    return row.stockId;
  };
  const deltas = new Map<string, number>();
  const goals = new Map<string, string>();
  let hall = places.hall;
  const shifted: Shifted[] = [];
  for (const shift of shifts) {
    const from = stockOf(shift, shift.fromContingentId);
    const to = stockOf(shift, shift.toContingentId);
    deltas.set(from, (deltas.get(from) ?? 0) - shift.quantity);
    deltas.set(to, (deltas.get(to) ?? 0) + shift.quantity);
    const chosen = hall.length === 0 ? null : await chooseSeats(verb, freeIn(hall, from), shift, from);
    for (const id of chosen ?? []) goals.set(id, to);
    const going = new Set(chosen);
    hall = hall.map((seat) => (going.has(seat.id) ? { ...seat, stockId: to } : seat));
    const { seatIds: _named, ...told } = shift;
    const seats = chosen === null ? null : hall.filter(({ id }) => going.has(id)).map(namedSeat);
    shifted.push({ ...told, seats });
  }
  await writeSeats(verb, places.performance.id, goals);
  const { id, activityId } = places.performance;
  const settings = await overbookingSettings(verb, activityId);
  await moveCapacities(verb, id, settings, deltas);
  return shifted;
}

async function chooseSeats(
  verb: Verb,
  free: readonly HallSeat[],
  { quantity, seatIds }: Shift,
  stockId: string,
): Promise<string[]> {
  const known = new Set(free.map(({ id }) => id));
  const enough = seatIds === null ? free.length >= quantity : seatIds.every((id) => known.has(id));
  if (!enough) throw new Problem('stock.insufficient', { free: await freeSeats(verb.db, [stockId]) });
  return seatIds === null ? seatsToGive(free, quantity) : [...seatIds];
}

/** Rows for contingents that had none yet; another verb that opens the same one is waited for, and its row taken. */
async function withOpenRows(
  verb: Verb,
  { performance, rows }: LockedPlaces,
  shifts: readonly Shift[],
): Promise<readonly ContingentRow[]> {
  const known = new Set(rows.map((row) => `${row.seatCategoryId}/${row.contingentId}`));
  const missing = [
    ...new Map(
      shifts
        .map(({ seatCategoryId, toContingentId }) => ({ seatCategoryId, toContingentId }))
        .filter((each) => !known.has(`${each.seatCategoryId}/${each.toContingentId}`))
        .map((each) => [`${each.seatCategoryId}/${each.toContingentId}`, each]),
    ).values(),
  ];
  if (missing.length === 0) return rows;
  await sql`
    insert into stock (id, institution_id, performance_id, seat_category_id, contingent_id)
    select new.id, ${verb.institutionId}, ${performance.id}, new.category, new.contingent
    from unnest(${missing.map(() => newId())}::uuid[], ${missing.map((each) => each.seatCategoryId)}::uuid[],
      ${missing.map((each) => each.toContingentId)}::uuid[]) as new (id, category, contingent)
    on conflict (performance_id, seat_category_id, contingent_id) do nothing`.execute(verb.db);
  return readRows(verb, performance.id);
}

async function writeSeats(
  verb: Verb,
  performanceId: string,
  goals: ReadonlyMap<string, string>,
): Promise<void> {
  if (goals.size === 0) return;
  await sql`update performance_seat s set stock_id = w.stock_id
    from unnest(${[...goals.keys()]}::uuid[], ${[...goals.values()]}::uuid[]) as w (seat_id, stock_id)
    where s.performance_id = ${performanceId} and s.seat_id = w.seat_id and s.claim_id is null`.execute(
    verb.db,
  );
}
