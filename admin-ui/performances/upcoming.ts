const hour = 3_600_000;

/** The filter for performances still to come, kept still within the hour. */
export function comingFrom(now: number): { startsAt_gte: string } {
  return { startsAt_gte: new Date(Math.floor(now / hour) * hour).toISOString() };
}
