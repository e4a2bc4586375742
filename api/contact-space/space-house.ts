import type { RateLimiterPostgres } from 'rate-limiter-flexible';

/** What the doors of contacts need of the house. */
export interface SpaceHouse {
  /** The address people use, without a slash at its end. */
  publicUrl: string;
  accessGuard: AccessGuard;
}

/** How often links may be asked for, and tried. */
export interface AccessGuard {
  askedByAddress: RateLimiterPostgres;
  askedForContact: RateLimiterPostgres;
  triedByAddress: RateLimiterPostgres;
}

/** The address of the contacts' page. */
export function spaceUrl({ publicUrl }: Pick<SpaceHouse, 'publicUrl'>): string {
  return `${publicUrl}/contact-space/`;
}
