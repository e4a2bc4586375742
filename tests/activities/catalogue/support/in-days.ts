const dayMs = 86_400_000;

/** The instant so many days from now, on a whole minute. */
export const inDays = (days: number) =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * dayMs).toISOString();
