import type pg from 'pg';
import { attemptLimiter } from '../http/attempt-limiter.ts';
import type { AccessGuard } from './space-house.ts';

const quarterHour = 15 * 60;

/**
 * Five links a quarter of an hour for a number with an address, whether there is such a contact or not; twenty asked for
 * and thirty tried from one address of the network.
 */
export function accessGuard(pool: pg.Pool): AccessGuard {
  const limiter = (keyPrefix: string, points: number) =>
    attemptLimiter(pool, { keyPrefix, points, duration: quarterHour });
  return {
    askedByAddress: limiter('access-address', 20),
    askedForContact: limiter('access-contact', 5),
    triedByAddress: limiter('access-try', 30),
  };
}
