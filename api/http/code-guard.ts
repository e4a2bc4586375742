import type pg from 'pg';
import { attemptLimiter, consume } from './attempt-limiter.ts';

const quarterHour = 15 * 60;
const day = 24 * 60 * 60;

/** Stands before codes of six digits: few enough tries that nobody guesses one. */
export interface CodeGuard {
  /**
   * Has a code tried. The try is counted before it is looked at, so that many at once count as many.
   * @throws Problem `rate.limited` after too many, and whatever `verify` throws.
   */
  attempt<Answer>(
    who: { address: string; operatorId: string },
    verify: () => Promise<Answer>,
  ): Promise<Answer>;
}

/** Five tries in a quarter of an hour and twenty wrong ones a day for an account, fifty for an address. */
export function codeGuard(pool: pg.Pool): CodeGuard {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    attemptLimiter(pool, { keyPrefix, points, duration });
  const byAccount = limiter('code', 5, quarterHour);
  const byDay = limiter('code-day', 20, day);
  const byAddress = limiter('code-address', 50, quarterHour);
  return {
    attempt: async ({ address, operatorId }, verify) => {
      await consume(byAddress, address);
      await consume(byAccount, operatorId);
      await consume(byDay, operatorId);
      const answer = await verify();
      await byAccount.delete(operatorId);
      await byDay.reward(operatorId);
      await byAddress.reward(address);
      return answer;
    },
  };
}
