import type pg from 'pg';
import { say } from '../../../bin/parts/progress.ts';
import { letterFaults } from './letter-faults.ts';
import type { SeatWish } from './seat-seekers.ts';
import type { Judge, Judging } from './verdict.ts';

/**
 * Judges options that name two seats: they hold them (else `lost`), and no seat has two holders (else `doubled`). Who
 * wanted to confirm is confirmed, with the letter.
 */
export function judgeSeats(wishes: readonly SeatWish[], performanceIds: readonly string[]): Judging {
  const wished = new Map(wishes.map((wish) => [wish.mark, wish]));
  return async (owner) => {
    const seated = await seatsHeld(owner, performanceIds);
    const judge: Judge = (mark, option, messages) => {
      const confirms = wished.get(mark)?.confirms ?? false;
      const missing: string[] = [];
      const twice: string[] = [];
      if (option.state !== (confirms ? 'confirmed' : 'placed')) missing.push(`the option is ${option.state}`);
      const confirmations = confirms ? 1 : 0;
      if (option.births < 1 || option.placements < 1 || option.confirmations < confirmations)
        missing.push('its history is not whole');
      if (option.births > 1 || option.placements > 1 || option.confirmations > confirmations)
        twice.push('a verb was done twice');
      const held = seated.get(mark) ?? 0;
      if (held !== 2) missing.push(`it holds ${held} of its two seats`);
      if (!confirms) return { missing, twice };
      const letter = letterFaults(option, 'confirmation', messages);
      return { missing: [...missing, ...letter.missing], twice: [...twice, ...letter.twice] };
    };
    return { judge, doubled: await seatsWithTwoHolders(owner, performanceIds) };
  };
}

/** The seats that say of themselves that the option of a mark holds them, where it names them. */
async function seatsHeld(owner: pg.Pool, performanceIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ mark: string; seats: number }>(
    `select o.remark as mark, count(*)::int as seats
     from performance_seat s join claim c on c.id = s.claim_id and c.counter in ('held', 'ordered')
       and c.seats @> jsonb_build_array(jsonb_build_object('id', s.seat_id))
     join seat_option o on o.id = c.source_id
     where s.performance_id = any($1) and o.remark is not null group by 1`,
    [performanceIds],
  );
  return new Map(rows.map(({ mark, seats }) => [mark, seats]));
}

async function seatsWithTwoHolders(owner: pg.Pool, performanceIds: readonly string[]): Promise<number> {
  const { rows } = await owner.query<{ performance_id: string; seat: string; holders: number }>(
    `select performance_id, named ->> 'id' as seat, count(*)::int as holders
     from claim cross join jsonb_array_elements(seats) named
     where performance_id = any($1) and counter <> 'released' group by 1, 2 having count(*) > 1`,
    [performanceIds],
  );
  for (const { seat, performance_id, holders } of rows)
    say(`seat ${seat} of ${performance_id}: ${holders} holders`);
  return rows.length;
}
