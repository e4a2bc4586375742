import type pg from 'pg';
import { say } from '../../../bin/parts/progress.ts';
import type { DatedWish, Fate } from './dated-customers.ts';
import { letterFaults } from './letter-faults.ts';
import type { Judge, Judging } from './verdict.ts';
import type { OptionRow } from './wanted-options.ts';

/** How an option may have ended: its state, how often each verb was done, and the letters its contact has. */
type End = {
  state: string;
  confirmations?: number;
  refusals?: number;
  lapses?: number;
  flags?: number;
  letters: readonly string[];
};

const lapsed: End = { state: 'lapsed', lapses: 1, letters: ['lapse'] };
const confirmed: End = { state: 'confirmed', confirmations: 1, letters: ['confirmation'] };
const ends: Readonly<Record<Fate, readonly End[]>> = {
  confirm: [confirmed, lapsed],
  owe: [{ ...lapsed, confirmations: 1 }, lapsed],
  leave: [lapsed],
  overdue: [{ state: 'placed', flags: 1, letters: [] }],
  refuse: [{ state: 'declined', refusals: 1, letters: ['refusal'] }, lapsed],
};

function isEnd(option: OptionRow, end: End): boolean {
  const { confirmations = 0, refusals = 0, lapses = 0, flags = 0 } = end;
  return (
    option.state === end.state &&
    option.births === 1 &&
    option.placements === 1 &&
    option.confirmations === confirmations &&
    option.refusals === refusals &&
    option.lapses === lapses &&
    option.flags === flags &&
    option.overdue === flags > 0
  );
}

/** Judges options with agreed dates: each has one of the ends its fate may have, done once, and the letters of that end. */
export function judgeDated(wishes: readonly DatedWish[]): Judging {
  const fateOf = new Map(wishes.map(({ mark, fate }) => [mark, fate]));
  const judge: Judge = (mark, option, messages) => {
    const end = ends[fateOf.get(mark) ?? 'leave'].find((each) => isEnd(option, each));
    const counts = [option.placements, option.confirmations, option.refusals, option.lapses, option.flags];
    const twice = counts.some((count) => count > 1) ? ['a verb was done twice'] : [];
    if (end === undefined) {
      const told = JSON.stringify({ ...option, letters: option.letters.map(({ kind }) => kind) });
      return { missing: [`it was to ${fateOf.get(mark) ?? ''} and is ${told}`], twice };
    }
    const letters = end.letters.map((kind) => letterFaults(option, kind, messages));
    return {
      missing: letters.flatMap(({ missing }) => missing),
      twice: [...twice, ...letters.flatMap((letter) => letter.twice)],
    };
  };
  return async (owner) => {
    await tellLateness(owner, [...fateOf.keys()]);
    return { judge };
  };
}

/** How long after its date time acted, at most: a date that falls into an outage is met when all parts are back. */
async function tellLateness(owner: pg.Pool, marks: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ count: number; median: number; latest: number }>(
    `select count(*)::int as count,
       round(percentile_cont(0.5) within group (order by late))::int as median, round(max(late))::int as latest
     from (select extract(epoch from h.at - (h.before ->> 'confirmationDueAt')::timestamptz) as late
       from history h join seat_option o on o.id = h.subject_id
       where h.verb in ('lapse', 'flag-overdue') and h.before ->> 'state' = 'placed' and o.remark = any($1)) met`,
    [marks],
  );
  const [met] = rows;
  if (met !== undefined)
    say(`${met.count} dates were met ${met.median} s late (median), ${met.latest} s at most.`);
}
