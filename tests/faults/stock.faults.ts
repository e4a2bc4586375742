import { planKills } from './support/killer.ts';
import { signIn } from './support/persistent-client.ts';
import { withoutOnSeats } from './support/sabotage.ts';
import { runScenario } from './support/scenario.ts';
import { openNumbered, seat, seatWishesOf } from './support/seat-seekers.ts';
import { judgeSeats } from './support/seat-verdict.ts';

/**
 * `npm run faults -- stock`: 16 clients take numbered seats by name 2,000 times, often the same, while every part is killed
 * at random.
 */
const PLACEMENTS = 2_000;
const CLIENTS = 16;

await runScenario({
  name: 'stock',
  attempted: PLACEMENTS,
  falls: (stack, chance) => planKills(stack, { count: 12, shortestMs: 5_000, longestMs: 9_000 }, chance),
  leastKills: 10,
  without: withoutOnSeats,
  plan: async (stack, { seed, chance }) => {
    const admin = await signIn(stack.url, { ...stack.signIn, email: 'admin@demo.test' });
    const performanceIds = await openNumbered(stack.databaseUrl, admin);
    const wanted = { seed, count: PLACEMENTS, chance };
    return { performanceIds, wishes: await seatWishesOf(stack.databaseUrl, performanceIds, wanted) };
  },
  play: async (stack, { wishes }, turn) =>
    seat(await signIn(stack.url, stack.signIn), wishes, { clients: CLIENTS, turn }),
  lastStep: '-place-%',
  judging: ({ wishes, performanceIds }) => judgeSeats(wishes, performanceIds),
});
