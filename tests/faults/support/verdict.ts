import pg from 'pg';
import { say } from '../../../bin/parts/progress.ts';
import { audit } from '../../activities/options/support/audit.ts';
import type { Kill } from './killer.ts';
import type { Faults } from './letter-faults.ts';
import { readMailSink, type SunkMessage } from './mail-sink.ts';
import { placesBeyond } from './places-beyond.ts';
import { killsInside, longestRecovery } from './recovery.ts';
import { type OptionRow, optionsLike } from './wanted-options.ts';

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
  /** How the keys of the calls end that were to be answered. */
  lastStep: string;
};

/** What is forgotten and what is done twice of one option that was wanted, from its row and the mailboxes. */
export type Judge = (
  mark: string,
  option: OptionRow,
  messages: ReadonlyMap<string, readonly SunkMessage[]>,
) => Faults;

/** Judges what was wanted with the rows before it; `doubled` are effects there are two of beside the options themselves. */
export type Judging = (owner: pg.Pool) => Promise<{ judge: Judge; doubled?: number }>;

/**
 * Counts, from the rows and the mail server's files alone: options wanted that are not what they should be, with their
 * history and their letters in the contact's mailbox (`lost`), effects and letters there are two of (`doubled`), places
 * beyond the limits or beside their claims (`oversold`), and the longest time from a kill to the next write
 * (`recoverySeconds`); writes of the first second were under way when the part was killed.
 */
export async function countUp(asked: Asked, judging: Judging): Promise<Verdict> {
  const owner = new pg.Pool({ connectionString: asked.databaseUrl, max: 1 });
  try {
    const [series = ''] = asked.marks;
    const pattern = series.replace(/\d+$/, '%');
    const options = await optionsLike(owner, pattern);
    const messages = Map.groupBy(await readMailSink(asked.mailDir), (message) => message.letterId);
    const { judge, doubled: beside = 0 } = await judging(owner);
    let lost = 0;
    let doubled = beside;
    for (const mark of asked.marks) {
      const [option, ...others] = options.get(mark) ?? [];
      const { missing, twice } =
        option === undefined ? { missing: ['there is no option'], twice: [] } : judge(mark, option, messages);
      if (others.length > 0) twice.push(`${others.length + 1} options`);
      if (missing.length > 0) lost += 1;
      if (twice.length > 0) doubled += 1;
      for (const fault of [...missing, ...twice]) say(`${mark}: ${fault}`);
    }
    const faults = await audit(owner, asked.performanceIds);
    for (const fault of faults) say(fault);
    lost += faults.filter((fault) => !fault.startsWith('stock')).length;
    const inside = await killsInside(owner, pattern, asked.kills);
    return {
      answered: await answeredLike(owner, `${pattern.replaceAll(' ', '-')}${asked.lastStep}`),
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

async function answeredLike(owner: pg.Pool, pattern: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from verb_call where request_id like $1',
    [pattern],
  );
  return rows[0]?.count ?? 0;
}
