import { sql } from 'kysely';
import type { NamedSeat } from '../../rules/stock/named-seat.ts';
import { refuse } from '../records/write-record.ts';
import { runVerb, type Verb, type VerbCaller } from '../verb.ts';
import { type BlockInput, requireMotive, seatsColumn } from './block-seats.ts';
import { type ChosenQuantity, choosePlaces, seatPaths } from './chosen-places.ts';
import { moveStock } from './move-stock.ts';
import { requireWithin } from './require-within.ts';
import type { LockedSeat } from './seat.ts';
import { holdSeats } from './seats.ts';

/** A block's places of one stock row, locked. */
interface BlockClaim {
  id: string;
  stockId: string;
  seatCategoryId: string;
  contingentId: string;
  quantity: number;
  seats: NamedSeat[] | null;
}

/** Places a claim gives back, and the seats among them. */
interface GivenBack {
  claim: BlockClaim;
  quantity: number;
  seats: ReadonlySet<string>;
}

/**
 * Puts blocked places back on sale (verb `unblock-seats`): named seats, or a quantity of what is blocked without seats,
 * the oldest block first.
 * @throws Problem `request.notFound`, `motive.required`, `request.invalid` with the seat that is not blocked
 *   (`seat.notBlocked`) or a quantity above what is blocked (`field.tooLarge`), and those of `choosePlaces`.
 */
export async function unblockSeats(caller: VerbCaller, input: BlockInput): Promise<{ quantity: number }> {
  return runVerb(caller, 'unblock-seats', input, async (verb) => {
    const { organisationId } = await requireWithin(verb, input.performanceId);
    requireMotive(input);
    const { seats, quantity } = await choosePlaces(verb, input);
    const back = seats === null ? await fromQuantity(verb, quantity) : await fromSeats(verb, seats);
    for (const each of back) await giveBack(verb, each);
    holdSeats(
      verb,
      (seats ?? []).map(({ performanceId, id }) => ({ performanceId, seatId: id, claimId: null })),
    );
    const byRow = Map.groupBy(back, ({ claim }) => claim.stockId);
    const moves = [...byRow].map(([stockId, parts]) => ({
      stockId,
      move: { blocked: -parts.reduce((sum, part) => sum + part.quantity, 0) },
    }));
    moveStock(verb, moves);
    verb.record({
      verb: 'unblock-seats',
      subjectType: 'performance',
      subjectId: input.performanceId,
      organisationId,
      before: { places: back.map(told) },
      reason: input.reason,
    });
    return { quantity: back.reduce((sum, { quantity: part }) => sum + part, 0) };
  });
}

async function fromSeats(verb: Verb, seats: readonly LockedSeat[]): Promise<GivenBack[]> {
  const ids = [...new Set(seats.flatMap(({ claimId }) => claimId ?? []))];
  const claims = await lockClaims(verb, sql`id = any(${ids}::uuid[])`);
  const blocks = new Set<string | null>(claims.map(({ id }) => id));
  const others = seats.filter(({ claimId }) => !blocks.has(claimId));
  refuse(seatPaths(seats, others).map((path) => ({ path, code: 'seat.notBlocked' })));
  const byClaim = Map.groupBy(seats, ({ claimId }) => claimId);
  return claims.map((claim) => {
    const mine = (byClaim.get(claim.id) ?? []).map(({ id }) => id);
    return { claim, quantity: mine.length, seats: new Set(mine) };
  });
}

async function fromQuantity(verb: Verb, { stockId, quantity }: ChosenQuantity): Promise<GivenBack[]> {
  const claims = await lockClaims(verb, sql`stock_id = ${stockId}`);
  let left = quantity;
  const back = claims.flatMap((claim): GivenBack[] => {
    const part = Math.min(left, claim.quantity - (claim.seats?.length ?? 0));
    left -= part;
    return part > 0 ? [{ claim, quantity: part, seats: new Set() }] : [];
  });
  if (left > 0) refuse([{ path: 'quantity', code: 'field.tooLarge' }]);
  return back;
}

async function lockClaims(verb: Verb, which: ReturnType<typeof sql>): Promise<BlockClaim[]> {
  const { rows } = await sql<BlockClaim>`
    select id, stock_id as "stockId", seat_category_id as "seatCategoryId", contingent_id as "contingentId", quantity,
      seats
    from claim where ${which} and source_type = 'block' and counter = 'blocked' order by id for update`.execute(
    verb.db,
  );
  return rows;
}

/** A claim with nothing left is released, and keeps what it had blocked. */
async function giveBack(verb: Verb, { claim, quantity, seats }: GivenBack): Promise<void> {
  const left = (claim.seats ?? []).filter(({ id }) => !seats.has(id));
  await verb.db
    .updateTable('claim')
    .set(
      quantity === claim.quantity
        ? { counter: 'released' }
        : {
            quantity: claim.quantity - quantity,
            seats: claim.seats === null ? null : seatsColumn(left),
          },
    )
    .where('id', '=', claim.id)
    .execute();
}

function told({ claim, quantity, seats }: GivenBack) {
  const { seatCategoryId, contingentId } = claim;
  const given = claim.seats?.filter(({ id }) => seats.has(id)) ?? null;
  return { seatCategoryId, contingentId, quantity, seats: given };
}
