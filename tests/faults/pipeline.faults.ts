import { answerInTime, datedWishesOf, setEndPolicies } from './support/dated-customers.ts';
import { judgeDated } from './support/judge-dated.ts';
import { planKills } from './support/killer.ts';
import { signIn } from './support/persistent-client.ts';
import { without } from './support/sabotage.ts';
import { runScenario } from './support/scenario.ts';

/**
 * `npm run faults -- pipeline`: 500 options whose dates fall inside the run are confirmed, left to lapse or to be flagged,
 * or refused, while every part is killed at random and the mail server is slow, refuses for now, or drops the line after
 * its 250.
 */
const OPTIONS = 500;
const CLIENTS = 16;

await runScenario({
  name: 'pipeline',
  attempted: OPTIONS,
  falls: (stack, chance) => planKills(stack, { count: 44, shortestMs: 4_000, longestMs: 7_000 }, chance),
  leastKills: 40,
  mail: { refused: 10, dropped: 10 },
  without,
  plan: async (stack, { seed, chance }) => {
    await setEndPolicies(stack.databaseUrl);
    return datedWishesOf(stack.databaseUrl, { seed, count: OPTIONS, chance });
  },
  play: async (stack, { wishes }, turn) => {
    const manager = await signIn(stack.url, { ...stack.signIn, email: 'admin@demo.test' });
    await answerInTime(manager, wishes, { clients: CLIENTS, turn });
  },
  lastStep: '-place',
  judging: ({ wishes }) => judgeDated(wishes),
});
