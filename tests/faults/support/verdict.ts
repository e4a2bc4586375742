import pg from 'pg';
import { say } from '../../../bin/parts/progress.ts';
import { audit } from '../../activities/options/support/audit.ts';
import type { Kill } from './killer.ts';
import { type Faults, letterFaults } from './letter-faults.ts';
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

function faultsOf(
  options: readonly OptionRow[],
  messages: ReadonlyMap<string, readonly SunkMessage[]>,
): Faults {
  const missing: string[] = [];
  const twice: string[] = [];
  const [option] = options;
  if (option === undefined) return { missing: ['there is no option'], twice };
  if (options.length > 1) twice.push(`${options.length} options`);
  if (option.state !== 'confirmed') missing.push(`the option is ${option.state}`);
  if (option.births !== 1 || option.confirmations < 1) missing.push('its history is not whole');
  if (option.placements > 1 || option.confirmations > 1) twice.push('a verb was done twice');
  const letter = letterFaults(option, messages);
  return { missing: [...missing, ...letter.missing], twice: [...twice, ...letter.twice] };
}

async function answeredLike(owner: pg.Pool, pattern: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from verb_call where request_id like $1',
    [`${pattern.replaceAll(' ', '-')}-confirm`],
  );
  return rows[0]?.count ?? 0;
}
