import { serve, type Wish, wishesOf } from './customers.ts';
import { judgeConfirmed } from './judge-confirmed.ts';
import { signIn } from './persistent-client.ts';
import type { Load, Scenario } from './scenario.ts';

const OPTIONS = 500;
const CLIENTS = 16;

interface Wishes extends Load {
  wishes: Wish[];
}

/** 16 clients place and confirm 500 options; each is to be confirmed once, with its history and its letter. */
export const confirming: Pick<Scenario<Wishes>, 'attempted' | 'plan' | 'play' | 'lastStep' | 'judging'> = {
  attempted: OPTIONS,
  plan: ({ databaseUrl }, { seed, chance }) => wishesOf(databaseUrl, seed, OPTIONS, chance),
  play: async (stack, { wishes }, turn) =>
    serve(await signIn(stack.url, stack.signIn), wishes, { clients: CLIENTS, turn }),
  lastStep: '-confirm',
  judging: () => judgeConfirmed,
};
