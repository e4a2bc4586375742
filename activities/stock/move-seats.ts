import { sql } from 'kysely';
import { namedSeat } from '../../rules/stock/named-seat.ts';
import { overbookingSettings } from '../catalogue/writing/stock-rows.ts';
import { newId } from '../new-id.ts';
import { Problem } from '../problem.ts';
import { refuse, requireRecord, scopeOf } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { seatPaths, seatsNamed } from './chosen-places.ts';
import { moveCapacities } from './move-capacities.ts';
import { freeSeats } from './move-stock.ts';
import type { OverbookingSettings } from './overbook-stock.ts';
import { requireWithin } from './require-within.ts';
import type { LockedSeat } from './seat.ts';
import { lockHall, seatsTaken } from './seats.ts';

/** Free places of one category that go from one contingent to another: named seats, or a quantity. */
export interface MoveInput {
  performanceId: string;
  seatCategoryId: string;
  fromContingentId: string;
  toContingentId: string;
  seatIds?: readonly string[] | null;
  quantity?: number | null;
  reason?: string | null;
}

/**
 * Moves free places between two contingents of a performance (verb `move-seats`): both capacities change, what the
 * category has stays. Of a numbered performance a quantity is the last free seats in the order of the plan.
 * @throws Problem `request.notFound`, `request.invalid` (`field.required`, `field.invalid`, `field.reference` where the
 *   performance has no such stock, `seat.otherContingent`), `stock.insufficient` with the seats that are taken or what is
 *   free.
 */
export async function moveSeats(caller: VerbCaller, input: MoveInput): Promise<{ quantity: number }> {
  return runVerb(caller, 'move-seats', input, (verb) => moveWithin(verb, input));
}

/** The same inside a verb that moves more than this. */
export async function moveWithin(verb: Verb, input: MoveInput): Promise<{ quantity: number }> {
  const performance = await requireWithin(verb, input.performanceId);
  await requireContingents(verb, input);
  const from = await rowOf(verb, input, input.fromContingentId);
  if (from === null) throw faultAt('fromContingentId', 'field.reference');
  const seats = await chosenSeats(verb, input, from);
  const quantity = seats?.length ?? input.quantity ?? 0;
  const to = (await rowOf(verb, input, input.toContingentId)) ?? (await openRow(verb, input));
  if (seats !== null) {
    await sql`update performance_seat set stock_id = ${to}
        where performance_id = ${input.performanceId} and seat_id = any(${seats.map(({ id }) => id)}::uuid[])`.execute(
      verb.db,
    );
  }
  const settings = await overbookingSettings(verb, performance.activityId);
  verb.last(() => moveCapacity(verb, { ...input, from, to, quantity, settings }));
  const { seatCategoryId, fromContingentId, toContingentId } = input;
  verb.record({
    verb: 'move-seats',
    subjectType: 'performance',
    subjectId: input.performanceId,
    organisationId: performance.organisationId,
    before: { contingentId: fromContingentId },
    after: {
      contingentId: toContingentId,
      seatCategoryId,
      quantity,
      seats: seats?.map(namedSeat) ?? null,
    },
    reason: input.reason ?? null,
  });
  return { quantity };
}

function faultAt(path: string, code: string): Problem {
  return new Problem('request.invalid', { errors: [{ path, code }] });
}

async function requireContingents(verb: Verb, input: MoveInput): Promise<void> {
  const { seatIds, quantity } = input;
  const named = (seatIds?.length ?? 0) > 0;
  const counted = typeof quantity === 'number';
  if (named === counted) refuse([{ path: 'quantity', code: named ? 'field.invalid' : 'field.required' }]);
  if (input.fromContingentId === input.toContingentId)
    refuse([{ path: 'toContingentId', code: 'field.invalid' }]);
  for (const path of ['fromContingentId', 'toContingentId'] as const)
    await requireRecord(verb.db, scopeOf(verb.caller), 'contingent', input[path], path);
}

async function rowOf(
  verb: Verb,
  { performanceId, seatCategoryId }: MoveInput,
  contingentId: string,
): Promise<string | null> {
  const row = await verb.db
    .selectFrom('stock')
    .select('id')
    .where('performance_id', '=', performanceId)
    .where('seat_category_id', '=', seatCategoryId)
    .where('contingent_id', '=', contingentId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** An empty row; another verb that opens the same one is waited for, and its row taken. */
async function openRow(verb: Verb, input: MoveInput): Promise<string> {
  await sql`
    insert into stock (id, institution_id, performance_id, seat_category_id, contingent_id)
    values (${newId()}, ${verb.institutionId}, ${input.performanceId}, ${input.seatCategoryId}, ${input.toContingentId})
    on conflict (performance_id, seat_category_id, contingent_id) do nothing`.execute(verb.db);
  const opened = await rowOf(verb, input, input.toContingentId);
  if (opened === null) throw new RangeError('a stock row that is not there');
  return opened;
}

/** The seats that go, locked and free; null where the performance has no open seats. */
async function chosenSeats(verb: Verb, input: MoveInput, from: string): Promise<LockedSeat[] | null> {
  const { performanceId, seatIds, quantity } = input;
  if (seatIds && seatIds.length > 0) {
    const seats = await seatsNamed(verb, performanceId, seatIds);
    const elsewhere = seats.filter(({ stockId }) => stockId !== from);
    refuse(seatPaths(seats, elsewhere).map((path) => ({ path, code: 'seat.otherContingent' })));
    const taken = seats.filter(({ claimId }) => claimId !== null);
    if (taken.length > 0) throw seatsTaken(taken, seatPaths(seats, taken));
    return seats;
  }
  const hall = await lockHall(verb, performanceId, []);
  if (hall.length === 0) return null;
  const free = hall
    .filter(({ stockId, claimId }) => stockId === from && claimId === null)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1));
  if (free.length < (quantity ?? 0))
    throw new Problem('stock.insufficient', { free: await freeSeats(verb.db, [from]) });
  return free.slice(0, quantity ?? 0);
}

/** A move between two rows of one category, and how far its activity lets them be overbooked. */
interface CapacityMove extends MoveInput {
  from: string;
  to: string;
  quantity: number;
  settings: OverbookingSettings;
}

/** Category, then rows by id. The row that gives must cover what is taken of it with what it keeps. */
async function moveCapacity(verb: Verb, move: CapacityMove): Promise<void> {
  const { from, to, quantity, settings } = move;
  const ids = [from, to];
  await sql`select 1 from stock_category where performance_id = ${move.performanceId}
    and seat_category_id = ${move.seatCategoryId} for update`.execute(verb.db);
  await sql`select 1 from stock where id = any(${ids}::uuid[]) order by id for no key update`.execute(
    verb.db,
  );
  const deltas = new Map([
    [from, -quantity],
    [to, quantity],
  ]);
  await moveCapacities(verb, move.performanceId, settings, deltas, [from]);
}
