import { confirming } from './support/confirming.ts';
import { planKills } from './support/killer.ts';
import { without } from './support/sabotage.ts';
import { runScenario } from './support/scenario.ts';

/** `npm run faults -- ground`: 16 clients place and confirm 500 options while every part is killed at random. */
await runScenario({
  ...confirming,
  name: 'ground',
  falls: (stack, chance) => planKills(stack, { count: 12, shortestMs: 5_000, longestMs: 9_000 }, chance),
  leastKills: 10,
  without,
});
