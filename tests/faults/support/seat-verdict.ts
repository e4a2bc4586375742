import pg from 'pg';
import { say } from '../../../bin/parts/progress.ts';
import { audit } from '../../activities/options/support/audit.ts';
import type { Kill } from './killer.ts';
import { type Faults, letterFaults } from './letter-faults.ts';
import { readMailSink, type SunkMessage } from './mail-sink.ts';
import { placesBeyond } from './places-beyond.ts';
import { killsInside, longestRecovery } from './recovery.ts';
import type { SeatWish } from './seat-seekers.ts';
import type { Verdict } from './verdict.ts';
import { type OptionRow, optionsLike } from './wanted-options.ts';

/** What is counted after a run. */
export type SeatsAsked = {
  databaseUrl: string;
  mailDir: string;
  wishes: readonly SeatWish[];
  performanceIds: readonly string[];
  kills: readonly Kill[];
};

/**
 * Counts, from the rows and the mail server's files alone: options that do not hold the two seats they name, or whose
 * history or letter is missing (`lost`); seats with two holders, effects and letters there are two of (`doubled`); places
 * beyond the limits or beside their claims (`oversold`); and the longest time from a kill to the next write.
 */
export async function countSeats(asked: SeatsAsked): Promise<Verdict> {
  const owner = new pg.Pool({ connectionString: asked.databaseUrl, max: 1 });
  try {
    const pattern = (asked.wishes[0]?.mark ?? '').replace(/\d+$/, '%');
    const options = await optionsLike(owner, pattern);
    const seated = await seatsHeld(owner, asked.performanceIds);
    const messages = Map.groupBy(await readMailSink(asked.mailDir), (message) => message.letterId);
    let lost = 0;
    let doubled = await seatsWithTwoHolders(owner, asked.performanceIds);
    for (const wish of asked.wishes) {
      const { missing, twice } = faultsOf(wish, options.get(wish.mark) ?? [], seated, messages);
      if (missing.length > 0) lost += 1;
      if (twice.length > 0) doubled += 1;
      for (const fault of [...missing, ...twice]) say(`${wish.mark}: ${fault}`);
    }
    const faults = await audit(owner, asked.performanceIds);
    for (const fault of faults) say(fault);
    lost += faults.filter((fault) => !fault.startsWith('stock')).length;
    const inside = await killsInside(owner, pattern, asked.kills);
    return {
      answered: await answeredLike(owner, pattern),
      kills: inside.length,
      lost,
      doubled,
      oversold: await placesBeyond(owner, asked.performanceIds),
      recoverySeconds: await longestRecovery(owner, inside),
    };
  } finally {
    await owner.end();
  }
}

function faultsOf(
  wish: SeatWish,
  options: readonly OptionRow[],
  seated: ReadonlyMap<string, number>,
  messages: ReadonlyMap<string, readonly SunkMessage[]>,
): Faults {
  const missing: string[] = [];
  const twice: string[] = [];
  const [option] = options;
  if (option === undefined) return { missing: ['there is no option'], twice };
  if (options.length > 1) twice.push(`${options.length} options`);
  const wanted = wish.confirms ? 'confirmed' : 'placed';
  if (option.state !== wanted) missing.push(`the option is ${option.state}`);
  const confirmations = wish.confirms ? 1 : 0;
  if (option.births < 1 || option.placements < 1 || option.confirmations < confirmations)
    missing.push('its history is not whole');
  if (option.births > 1 || option.placements > 1 || option.confirmations > confirmations)
    twice.push('a verb was done twice');
  const held = seated.get(wish.mark) ?? 0;
  if (held !== 2) missing.push(`it holds ${held} of its two seats`);
  if (!wish.confirms) return { missing, twice };
  const letter = letterFaults(option, messages);
  return { missing: [...missing, ...letter.missing], twice: [...twice, ...letter.twice] };
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

async function answeredLike(owner: pg.Pool, pattern: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from verb_call where request_id like $1',
    [`${pattern.replaceAll(' ', '-')}-place-%`],
  );
  return rows[0]?.count ?? 0;
}
