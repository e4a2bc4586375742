import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { say } from '../../../bin/parts/progress.ts';
import { type Chance, chanceOf } from '../../support/chance.ts';
import { formerCode } from './former-code.ts';
import type { Killing } from './killer.ts';
import { nothingOwed } from './nothing-owed.ts';
import { type Sabotage, sabotages, type Without } from './sabotage.ts';
import type { MailWeather } from './slow-mail.ts';
import { type FaultStack, startFaultStack } from './stack.ts';
import { countUp, type Judging, type Verdict } from './verdict.ts';

/** What will be asked for: each wish with what is written on its option, and the performances that are audited after. */
export type Load = { wishes: readonly { mark: string }[]; performanceIds: readonly string[] };

/** A load on a stack whose parts are killed meanwhile. */
export type Scenario<L extends Load> = {
  name: string;
  /** Options wanted. */
  attempted: number;
  /** What befalls the parts meanwhile. */
  falls(stack: FaultStack, chance: Chance): Killing;
  /** Fewer, inside the load, are not enough to say anything. */
  leastKills: number;
  /** Begins with the code of a former state of the product: of `--from`, or as it was before its newest migration. */
  fromFormer?: boolean;
  mail?: MailWeather;
  without: (sabotage: Sabotage | null) => Without;
  /** What will be asked for, the same for the same seed. */
  plan(stack: FaultStack, wanted: { seed: number; chance: Chance }): Promise<L>;
  /** Asks for it; `turn` resolves when the wish may be begun. */
  play(stack: FaultStack, load: L, turn: (at: number) => Promise<void>): Promise<void>;
  /** How the keys of the calls end that were to be answered. */
  lastStep: string;
  judging(load: L): Judging;
};

const LONGEST_RECOVERY_SECONDS = 30;
/** So much of the load is kept until the last kill has fallen. */
const AFTER_THE_LAST = 0.1;

/**
 * Runs a scenario of `npm run faults -- <name> [--seed N] [--sabotage outbox|stock|letter]`: the load falls on a whole Placet
 * while its parts are killed at random; then the rows and the mailboxes are counted. The last line printed is the result;
 * the exit code is 0 when nothing was lost, doubled or oversold and everything was back within 30 s.
 */
export async function runScenario<L extends Load>(scenario: Scenario<L>): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, sabotage: { type: 'string' }, from: { type: 'string' } },
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
  const missing = sabotage === null ? '' : `, without the ${sabotage} guard`;
  say(`Seed ${seed} (the same again: --seed ${seed})${missing}`);
  const { mail } = scenario;
  const former = scenario.fromFormer ? await formerCode(values.from) : null;
  const stack = await startFaultStack({
    chance: chanceOf(seed + 1),
    ...(mail === undefined ? {} : { mail }),
    ...scenario.without(sabotage),
    former: former?.root ?? null,
  }).catch(async (error: unknown) => {
    await former?.remove();
    throw error;
  });
  const stop = async (keepLogs = false) => {
    await stack.stop(keepLogs);
    await former?.remove();
  };
  const giveUp = () => void stop().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, giveUp);
  let sound = false;
  try {
    const verdict = await run(scenario, stack, seed);
    for (const part of stack.fallen()) say(`${part} ended although nobody had killed it.`);
    sound = isSound(verdict, scenario.leastKills) && stack.fallen().length === 0;
    process.exitCode = sound ? 0 : 1;
    const { name, attempted } = scenario;
    process.stdout.write(`${JSON.stringify({ name, seed, attempted, ...verdict })}\n`);
  } finally {
    await stop(!sound && sabotage === null);
  }
}

async function run<L extends Load>(scenario: Scenario<L>, stack: FaultStack, seed: number): Promise<Verdict> {
  const load = await scenario.plan(stack, { seed, chance: chanceOf(seed + 2) });
  const killing = scenario.falls(stack, chanceOf(seed + 3));
  const killed = killing.run();
  const paced = scenario.attempted * (1 - AFTER_THE_LAST);
  await scenario.play(stack, load, (at) => killing.reached(Math.min(1, at / paced)));
  const kills = await killed;
  say('All were served; waiting for what is owed.');
  await nothingOwed(stack);
  const { databaseUrl, mailDir } = stack;
  const { performanceIds } = load;
  const marks = load.wishes.map(({ mark }) => mark);
  const { lastStep } = scenario;
  return countUp({ databaseUrl, mailDir, marks, performanceIds, kills, lastStep }, scenario.judging(load));
}

function isSound(verdict: Verdict, leastKills: number): boolean {
  const { kills, lost, doubled, oversold, recoverySeconds } = verdict;
  const nothingWrong = lost === 0 && doubled === 0 && oversold === 0;
  return nothingWrong && kills >= leastKills && recoverySeconds <= LONGEST_RECOVERY_SECONDS;
}
