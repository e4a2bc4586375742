import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../../activities/problem.ts';

/** How often something may be tried. */
export interface Attempts {
  /** What is counted apart from the rest. */
  keyPrefix: string;
  points: number;
  /** In seconds. */
  duration: number;
}

/** Counts tries over all processes of the api. */
export function attemptLimiter(pool: pg.Pool, attempts: Attempts): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'sign_in_attempt',
    tableCreated: true,
    ...attempts,
  });
}

/** What who tried too often is told. */
export function tooMany(waitMs: number): Problem {
  return new Problem('rate.limited', { values: { seconds: Math.max(1, Math.ceil(waitMs / 1000)) } });
}

/**
 * Counts one try.
 * @throws Problem `rate.limited` after too many.
 */
export async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  await limiter.consume(key).catch((refusal: unknown) => {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw tooMany(refusal.msBeforeNext);
  });
}
