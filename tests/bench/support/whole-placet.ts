import pg from 'pg';
import { say } from '../../../bin/parts/progress.ts';
import { waitUntil } from '../../../bin/parts/wait-until.ts';
import { type FaultStack, startFaultStack } from '../../faults/support/stack.ts';
import { chanceOf } from '../../support/chance.ts';

/** Api, worker, Temporal, PostgreSQL and a mail server, with the owner of the database. */
export interface WholePlacet {
  stack: FaultStack;
  owner: pg.Client;
  close(): Promise<void>;
}

/** Starts a Placet of its own that gives back at their dates, however near, the places of what is not answered. */
export async function openWholePlacet(): Promise<WholePlacet> {
  const stack = await startFaultStack({
    chance: chanceOf(1),
    preload: null,
    former: null,
    prepare: () => Promise.resolve(),
  });
  const owner = new pg.Client({ connectionString: stack.databaseUrl });
  const close = async () => {
    await owner.end();
    await stack.stop();
  };
  try {
    await owner.connect();
    await owner.query(`update season_activity set end_policy = 'release', minimum_notice_hours = 0`);
  } catch (error) {
    await close();
    throw error;
  }
  return { stack, owner, close };
}

const tellEveryMs = 60_000;

/** Waits until a question, which answers `left`, answers none; tells once a minute how many there are, and `more`. */
export async function untilNoneLeft(
  owner: pg.Client,
  asked: { what: string; question: string; values: unknown[]; withinMs: number },
  more: () => string = () => '',
): Promise<void> {
  let told = performance.now();
  const done = await waitUntil(
    async () => {
      const { rows } = await owner.query<{ left: number }>(asked.question, asked.values);
      const left = rows[0]?.left ?? 0;
      if (performance.now() - told > tellEveryMs) {
        told = performance.now();
        say(`Until ${asked.what}: ${left} left.${more()}`);
      }
      return left === 0;
    },
    { withinMs: asked.withinMs, everyMs: 250 },
  );
  if (!done) throw new Error(`waited in vain: ${asked.what}`);
}
