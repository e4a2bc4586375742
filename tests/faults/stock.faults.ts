import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { say } from '../../bin/parts/progress.ts';
import { planKills } from './support/killer.ts';
import { nothingOwed } from './support/nothing-owed.ts';
import { signIn } from './support/persistent-client.ts';
import { chanceOf } from './support/random.ts';
import { sabotages, withoutOnSeats } from './support/sabotage.ts';
import { openNumbered, seat, seatWishesOf } from './support/seat-seekers.ts';
import { countSeats } from './support/seat-verdict.ts';
import { type FaultStack, startFaultStack } from './support/stack.ts';
import type { Verdict } from './support/verdict.ts';

/**
 * `npm run faults -- stock [--seed N] [--sabotage outbox|stock|letter]`: 16 clients take numbered seats by name 2,000 times,
 * often the same, while api, worker, Temporal and PostgreSQL are killed at random; then rows and mailboxes are counted. The last line
 * is the result; the exit code is 0 when nothing was lost, doubled or oversold and everything was back within 30 s.
 */
const PLACEMENTS = 2_000;
const CLIENTS = 16;
const KILLS = 12;
const LEAST_KILLS = 10;
const LONGEST_RECOVERY_SECONDS = 30;
/** So much of the load is kept until the last kill has fallen. */
const AFTER_THE_LAST = 0.1;

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
const stack = await startFaultStack({ chance: chanceOf(seed + 1), ...withoutOnSeats(sabotage) });
const giveUp = () => void stack.stop().finally(() => process.exit(1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, giveUp);
let sound = false;
try {
  const verdict = await play(stack);
  for (const part of stack.fallen()) say(`${part} ended although nobody had killed it.`);
  sound = isSound(verdict) && stack.fallen().length === 0;
  process.exitCode = sound ? 0 : 1;
  process.stdout.write(`${JSON.stringify({ name: 'stock', seed, attempted: PLACEMENTS, ...verdict })}\n`);
} finally {
  await stack.stop(!sound && sabotage === null);
}

async function play(stack: FaultStack): Promise<Verdict> {
  const admin = await signIn(stack.url, { ...stack.signIn, email: 'admin@demo.test' });
  const performanceIds = await openNumbered(stack.databaseUrl, admin);
  const wishes = await seatWishesOf(stack.databaseUrl, performanceIds, {
    seed,
    count: PLACEMENTS,
    chance: chanceOf(seed + 2),
  });
  const client = await signIn(stack.url, stack.signIn);
  const killing = planKills(stack, KILLS, chanceOf(seed + 3));
  const killed = killing.run();
  const paced = PLACEMENTS * (1 - AFTER_THE_LAST);
  await seat(client, wishes, { clients: CLIENTS, turn: (at) => killing.reached(Math.min(1, at / paced)) });
  const kills = await killed;
  say('All were served; waiting for what is owed.');
  await nothingOwed(stack);
  return countSeats({
    databaseUrl: stack.databaseUrl,
    mailDir: stack.mailDir,
    wishes,
    performanceIds,
    kills,
  });
}

function isSound({ kills, lost, doubled, oversold, recoverySeconds }: Verdict): boolean {
  const nothingWrong = lost === 0 && doubled === 0 && oversold === 0;
  return nothingWrong && kills >= LEAST_KILLS && recoverySeconds <= LONGEST_RECOVERY_SECONDS;
}
