import { serve, wishesOf } from './support/customers.ts';
import { judgeConfirmed } from './support/judge-confirmed.ts';
import { planKills } from './support/killer.ts';
import { signIn } from './support/persistent-client.ts';
import { without } from './support/sabotage.ts';
import { runScenario } from './support/scenario.ts';

/** `npm run faults -- ground`: 16 clients place and confirm 500 options while every part is killed at random. */
const OPTIONS = 500;
const CLIENTS = 16;

await runScenario({
  name: 'ground',
  attempted: OPTIONS,
  falls: (stack, chance) => planKills(stack, { count: 12, shortestMs: 5_000, longestMs: 9_000 }, chance),
  leastKills: 10,
  without,
  plan: ({ databaseUrl }, { seed, chance }) => wishesOf(databaseUrl, seed, OPTIONS, chance),
  play: async (stack, { wishes }, turn) =>
    serve(await signIn(stack.url, stack.signIn), wishes, { clients: CLIENTS, turn }),
  lastStep: '-confirm',
  judging: () => judgeConfirmed,
});
