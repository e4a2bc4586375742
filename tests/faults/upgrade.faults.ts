import { migrate } from '../../database/migrate.ts';
import { confirming } from './support/confirming.ts';
import { inside, type Kill } from './support/killer.ts';
import { without } from './support/sabotage.ts';
import { runScenario } from './support/scenario.ts';
import type { FaultStack } from './support/stack.ts';

/** What happens, and how long after the one before; the last is the end of the load. */
const steps: readonly [number, (stack: FaultStack) => Promise<Kill | null>][] = [
  [8_000, ({ databaseUrl }) => migrate(databaseUrl).then(() => null)],
  [15_000, (stack) => succeed(stack, 'worker')],
  [10_000, (stack) => succeed(stack, 'api')],
  [8_000, () => Promise.resolve(null)],
];

async function succeed(stack: FaultStack, part: 'api' | 'worker'): Promise<Kill> {
  const at = new Date();
  await stack.succeed(part);
  return { part, at };
}

/**
 * `npm run faults -- upgrade [--from <commit>]`: 16 clients place and confirm 500 options with the code as it was before;
 * meanwhile the schema becomes the newest, then a worker of this code takes over from the former one, then the api.
 */
await runScenario({
  ...confirming,
  name: 'upgrade',
  fromFormer: true,
  falls: (stack) =>
    inside(
      steps.map(([pause]) => pause),
      async (at) => (await steps[at]?.[1](stack)) ?? null,
    ),
  leastKills: 2,
  without,
});
