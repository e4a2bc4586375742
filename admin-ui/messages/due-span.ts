export type DueSpan = { late: boolean; soon: boolean; unit: 'days' | 'hours' | 'minutes'; count: number };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How far a due date is: in days from two days on, in hours from one hour on. `soon` is within 48 hours. */
export function dueSpan(dueAt: string, now: number): DueSpan {
  const distance = Date.parse(dueAt) - now;
  const span = Math.abs(distance);
  const late = distance < 0;
  const soon = !late && span <= 2 * day;
  if (span >= 2 * day) return { late, soon, unit: 'days', count: Math.floor(span / day) };
  if (span >= hour) return { late, soon, unit: 'hours', count: Math.floor(span / hour) };
  return { late, soon, unit: 'minutes', count: Math.max(1, Math.floor(span / minute)) };
}
