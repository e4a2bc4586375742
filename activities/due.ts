import type { Verb } from './verb.ts';

/** The later of the story's clock and PostgreSQL's (instant, UTC). */
export function latestNow(verb: Verb): string {
  return Date.parse(verb.now) > Date.parse(verb.databaseNow) ? verb.now : verb.databaseNow;
}

/**
 * Whether the next action of a locked row is still the instant its story was woken for, and that instant has come by the
 * story's clock or by PostgreSQL's (design section 3, "One clock").
 */
export function isDue(verb: Verb, nextActionAt: string | null, dueAt: string): boolean {
  if (nextActionAt === null || Date.parse(nextActionAt) !== Date.parse(dueAt)) return false;
  return Date.parse(latestNow(verb)) >= Date.parse(dueAt);
}
