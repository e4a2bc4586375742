import { createHash } from 'node:crypto';
import type pg from 'pg';
import { Problem } from '../../activities/problem.ts';
import type { ProblemCode } from '../../rules/messages/codes.ts';
import { attemptLimiter, tooMany } from './attempt-limiter.ts';

const windowSeconds = 15 * 60;
const wrongPerEmail = 10;
const wrongPerAddress = 50;
/** Passwords verified at once: each takes a core for a while, and the next sees how the one before ended. */
const atOnce = 2;
const mayWait = 200;

/** Stands at the sign-in: slows down who guesses, over all processes of the api. */
export interface SignInGuard {
  /**
   * Has a password tried, in its turn.
   * @throws Problem `session.signIn`, or `wrong`, when it is wrong, `rate.limited` after too many, `server.unavailable` in a crowd.
   */
  attempt<Operator>(
    who: { address: string; email: string },
    verify: () => Promise<Operator | null>,
    wrong?: ProblemCode,
  ): Promise<Operator>;
}

export function signInGuard(pool: pg.Pool): SignInGuard {
  const limiter = (keyPrefix: string, points: number) =>
    attemptLimiter(pool, { keyPrefix, points, duration: windowSeconds });
  const byEmail = limiter('email', wrongPerEmail);
  const byAddress = limiter('address', wrongPerAddress);
  const turn = turns();
  return {
    attempt: (who, verify, wrong = 'session.signIn') =>
      turn(async () => {
        const email = createHash('sha256').update(who.email.toLowerCase()).digest('base64url');
        const limits = [
          { limiter: byEmail, key: email, points: wrongPerEmail },
          { limiter: byAddress, key: who.address, points: wrongPerAddress },
        ];
        for (const { limiter: one, key, points } of limits) {
          const known = await one.get(key);
          if (known !== null && known.consumedPoints >= points) throw tooMany(known.msBeforeNext);
        }
        const operator = await verify();
        if (operator === null) {
          for (const { limiter: one, key } of limits) await one.penalty(key);
          throw new Problem(wrong);
        }
        await byEmail.delete(email);
        return operator;
      }),
  };
}

/** Lets a few in at a time, the others in the order they came. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= atOnce) {
      if (waiting.length >= mayWait) throw new Problem('server.unavailable');
      await new Promise<void>((enter) => {
        waiting.push(enter);
      });
    } else {
      inside += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
