import { serve, wishesOf } from './support/customers.ts';
import { judgeConfirmed } from './support/judge-confirmed.ts';
import { inside } from './support/killer.ts';
import { signIn } from './support/persistent-client.ts';
import { without } from './support/sabotage.ts';
import { runScenario } from './support/scenario.ts';

/**
 * `npm run faults -- upgrade [--from <commit>]`: 16 clients place and confirm 500 options with the code as it was before;
 * meanwhile the schema becomes the newest, then a worker of this code takes over from the former one, then the api.
 */
const OPTIONS = 500;
const CLIENTS = 16;
/** After each of them something happens. */
const PAUSES_MS = [8_000, 15_000, 10_000, 8_000];

await runScenario({
  name: 'upgrade',
  attempted: OPTIONS,
  fromFormer: true,
  falls: (stack) =>
    inside(PAUSES_MS, async (at) => {
      const step = (['schema', 'worker', 'api', 'end'] as const)[at];
      if (step === 'schema') await stack.migrate();
      if (step !== 'worker' && step !== 'api') return null;
      const began = new Date();
      await stack.succeed(step);
      return { part: step, at: began };
    }),
  leastKills: 2,
  without,
  plan: ({ databaseUrl }, { seed, chance }) => wishesOf(databaseUrl, seed, OPTIONS, chance),
  play: async (stack, { wishes }, turn) =>
    serve(await signIn(stack.url, stack.signIn), wishes, { clients: CLIENTS, turn }),
  lastStep: '-confirm',
  judging: () => judgeConfirmed,
});
