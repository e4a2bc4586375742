import pg from 'pg';
import { say } from '../../../bin/parts/progress.ts';
import { audit } from '../../activities/options/support/audit.ts';
import type { Kill } from './killer.ts';
import { readMailSink, type SunkMessage } from './mail-sink.ts';

/** What the rows and the mail server say after a run. */
export type Verdict = {
  answered: number;
  kills: number;
  lost: number;
  doubled: number;
  oversold: number;
  recoverySeconds: number;
};

export type Asked = {
  databaseUrl: string;
  mailDir: string;
  /** What is written on each option that was wanted. */
  marks: readonly string[];
  performanceIds: readonly string[];
  kills: readonly Kill[];
};

type OptionRow = {
  mark: string;
  state: string;
  births: number;
  placements: number;
  confirmations: number;
  letters: { id: string; state: string; recipient: string; messageId: string | null }[];
};

/**
 * Counts, from the rows and the mail server's files alone: options wanted that are not confirmed once with their history
 * and their letter in the contact's mailbox (`lost`), effects and letters there are two of (`doubled`), places beyond the
 * limits or beside their claims (`oversold`), and the longest time from a kill to the next write (`recoverySeconds`);
 * writes of the first second were under way when the part was killed.
 */
export async function countUp(asked: Asked): Promise<Verdict> {
  const owner = new pg.Pool({ connectionString: asked.databaseUrl, max: 1 });
  try {
    const [series = ''] = asked.marks;
    const pattern = series.replace(/\d+$/, '%');
    const options = await optionsLike(owner, pattern);
    const messages = Map.groupBy(await readMailSink(asked.mailDir), (message) => message.letterId);
    let lost = 0;
    let doubled = 0;
    for (const mark of asked.marks) {
      const faults = faultsOf(options.get(mark) ?? [], messages);
      if (faults.missing.length > 0) lost += 1;
      if (faults.twice.length > 0) doubled += 1;
      for (const fault of [...faults.missing, ...faults.twice]) say(`${mark}: ${fault}`);
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

async function optionsLike(owner: pg.Pool, pattern: string): Promise<Map<string, OptionRow[]>> {
  const { rows } = await owner.query<OptionRow>(
    `select o.remark as mark, o.state,
       (select count(*)::int from history h where h.subject_id = o.id and h.verb in ('request', 'place-directly')) as births,
       (select count(*)::int from history h where h.subject_id = o.id and h.verb = 'place') as placements,
       (select count(*)::int from history h where h.subject_id = o.id and h.verb = 'confirm') as confirmations,
       coalesce((select json_agg(json_build_object('id', l.id, 'state', l.state, 'recipient', l.recipient,
         'messageId', l.message_id)) from letter l where l.option_id = o.id and l.state <> 'superseded'), '[]') as letters
     from seat_option o where o.remark like $1`,
    [pattern],
  );
  return Map.groupBy(rows, (row) => row.mark);
}

function faultsOf(
  options: readonly OptionRow[],
  messages: ReadonlyMap<string, readonly SunkMessage[]>,
): { missing: string[]; twice: string[] } {
  const missing: string[] = [];
  const twice: string[] = [];
  const [option] = options;
  if (option === undefined) return { missing: ['there is no option'], twice };
  if (options.length > 1) twice.push(`${options.length} options`);
  if (option.state !== 'confirmed') missing.push(`the option is ${option.state}`);
  if (option.births !== 1 || option.confirmations < 1) missing.push('its history is not whole');
  if (option.placements > 1 || option.confirmations > 1) twice.push('a verb was done twice');
  const [letter] = option.letters;
  if (letter === undefined) return { missing: [...missing, 'no letter is owed'], twice };
  if (option.letters.length > 1) twice.push(`${option.letters.length} letters`);
  if (letter.state !== 'sent') missing.push(`its letter is ${letter.state}`);
  const kept = messages.get(letter.id) ?? [];
  if (!kept.some((message) => message.to === letter.recipient))
    missing.push('no message reached the contact');
  const [messageIds, bytes] = [
    new Set(kept.map((each) => each.messageId)),
    new Set(kept.map((each) => each.bytes)),
  ];
  if (messageIds.size > 1 || bytes.size > 1)
    twice.push(`${messageIds.size} Message-IDs, ${bytes.size} texts`);
  return { missing, twice };
}

async function answeredLike(owner: pg.Pool, pattern: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from verb_call where request_id like $1',
    [`${pattern.replaceAll(' ', '-')}-confirm`],
  );
  return rows[0]?.count ?? 0;
}

/** Kills that fell between the first and the last write of the customers. */
async function killsInside(owner: pg.Pool, pattern: string, kills: readonly Kill[]): Promise<Kill[]> {
  const { rows } = await owner.query<{ first: Date | null; last: Date | null }>(
    `select min(h.at) as first, max(h.at) as last from history h join seat_option o on o.id = h.subject_id
     where o.remark like $1`,
    [pattern],
  );
  const { first = null, last = null } = rows[0] ?? {};
  return kills.filter(({ at }) => first !== null && last !== null && at > first && at < last);
}

async function placesBeyond(owner: pg.Pool, performanceIds: readonly string[]): Promise<number> {
  const { rows } = await owner.query<{ places: number }>(
    `with counted as (
       select capacity, overbooking, held, tentative, ordered, sold, blocked, allotted, recalling,
         coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'held' and takes_stock), 0)::int as is_held,
         coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'held' and not takes_stock), 0)::int as is_tentative,
         coalesce((select sum(quantity) from claim where stock_id = s.id and counter = 'ordered'), 0)::int as is_ordered
       from stock s where performance_id = any($1)
     )
     select coalesce(sum(
       greatest(0, greatest(held, is_held) + greatest(ordered, is_ordered) + sold + blocked + allotted + recalling - capacity - overbooking)
       + abs(held - is_held) + abs(tentative - is_tentative) + abs(ordered - is_ordered)), 0)::int as places from counted`,
    [performanceIds],
  );
  return rows[0]?.places ?? 0;
}

async function longestRecovery(owner: pg.Pool, kills: readonly Kill[]): Promise<number> {
  let longest = 0;
  for (const { at, part } of kills) {
    const { rows } = await owner.query<{ next: Date | null }>(
      `select min(at) as next from history where actor_type = 'operator' and at > $1::timestamptz + interval '1 second'`,
      [at],
    );
    const next = rows[0]?.next ?? null;
    const seconds = next === null ? Number.MAX_SAFE_INTEGER : (next.getTime() - at.getTime()) / 1000;
    say(`After ${part} was killed the next write came within ${seconds} s.`);
    longest = Math.max(longest, seconds);
  }
  return longest;
}
