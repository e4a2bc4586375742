import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { say } from '../../bin/parts/progress.ts';
import { serve, wishesOf } from './support/customers.ts';
import { planKills } from './support/killer.ts';
import { signIn } from './support/persistent-client.ts';
import { chanceOf } from './support/random.ts';
import { sabotages, without } from './support/sabotage.ts';
import { type FaultStack, mortals, startFaultStack } from './support/stack.ts';
import { countUp, type Verdict } from './support/verdict.ts';

/**
 * `npm run faults -- ground [--seed N] [--sabotage outbox|stock|letter]`: 16 clients place and confirm 500 options while
 * api, worker, Temporal and PostgreSQL are killed at random; then the rows and the mailboxes are counted. The last line
 * is the result; the exit code is 0 when nothing was lost, doubled or oversold and everything was back within 30 s.
 */
const OPTIONS = 500;
const CLIENTS = 16;
const KILLS = 12;
const LEAST_KILLS = 10;
const LONGEST_RECOVERY_SECONDS = 30;
/** So much of the load is kept until the last kill has fallen. */
const AFTER_THE_LAST = 0.1;
/** How long nothing may change before what is still owed counts as forgotten. */
const PATIENCE_MS = 90_000;

const { values } = parseArgs({
  options: { seed: { type: 'string' }, sabotage: { type: 'string' } },
});
const seed = z.coerce
  .number()
  .int()
  .nonnegative()
  .parse(values.seed ?? randomInt(2 ** 31));
const sabotage = z
  .enum(sabotages)
  .nullable()
  .parse(values.sabotage ?? null);

say(
  `Seed ${seed} (the same again: --seed ${seed})${sabotage === null ? '' : `, without the ${sabotage} guard`}`,
);
const stack = await startFaultStack({ chance: chanceOf(seed + 1), ...without(sabotage) });
const giveUp = () => void stack.stop().finally(() => process.exit(1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, giveUp);
let sound = false;
try {
  const verdict = await play(stack);
  for (const part of stack.fallen()) say(`${part} ended although nobody had killed it.`);
  sound = isSound(verdict) && stack.fallen().length === 0;
  process.exitCode = sound ? 0 : 1;
  process.stdout.write(`${JSON.stringify({ name: 'ground', seed, attempted: OPTIONS, ...verdict })}\n`);
} finally {
  await stack.stop(!sound && sabotage === null);
}

async function play(stack: FaultStack): Promise<Verdict> {
  const { wishes, performanceIds } = await wishesOf(stack.databaseUrl, seed, OPTIONS, chanceOf(seed + 2));
  const client = await signIn(stack.url, stack.signIn);
  const killing = planKills(stack, KILLS, chanceOf(seed + 3));
  const killed = killing.run();
  const paced = OPTIONS * (1 - AFTER_THE_LAST);
  await serve(client, wishes, { clients: CLIENTS, turn: (at) => killing.reached(Math.min(1, at / paced)) });
  const kills = await killed;
  say('All were served; waiting for what is owed.');
  await nothingOwed(stack);
  return countUp({
    databaseUrl: stack.databaseUrl,
    mailDir: stack.mailDir,
    marks: wishes.map((wish) => wish.mark),
    performanceIds,
    kills,
  });
}

/** Waits until every part runs and no letter or wake-up waits; gives up when nothing moves any more. */
async function nothingOwed(stack: FaultStack): Promise<void> {
  const began = performance.now();
  const pool = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 });
  pool.on('error', () => undefined); // a connection lost with its server
  let before = '';
  let changed = performance.now();
  try {
    while (performance.now() - changed < PATIENCE_MS) {
      const owed = await pool
        .query<{ letters: number; jobs: number }>(
          `select (select count(*)::int from letter where state in ('owed', 'sending')) as letters,
             (select count(*)::int from graphile_worker._private_jobs) as jobs`,
        )
        .then(({ rows }) => rows[0] ?? null)
        .catch(() => null);
      if (owed?.letters === 0 && owed.jobs === 0 && mortals.every((part) => stack.runs(part))) {
        return say(`Nothing is owed after ${Math.round((performance.now() - began) / 1000)} s.`);
      }
      const now = JSON.stringify(owed);
      if (now !== before) changed = performance.now();
      before = now;
      await delay(500);
    }
    say(`Nothing moves any more: ${before}.`);
  } finally {
    await pool.end();
  }
}

function isSound({ kills, lost, doubled, oversold, recoverySeconds }: Verdict): boolean {
  const nothingWrong = lost === 0 && doubled === 0 && oversold === 0;
  return nothingWrong && kills >= LEAST_KILLS && recoverySeconds <= LONGEST_RECOVERY_SECONDS;
}
