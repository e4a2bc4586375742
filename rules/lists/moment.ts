const unitMs = { h: 3_600_000, d: 86_400_000 } as const;

/**
 * `now`, `now+2d` or `now-12h` as an instant: a bound that moves with the clock, so that a kept view stays true. Null
 * for anything else. `now` is in milliseconds since 1970.
 */
export function momentOf(value: unknown, now: number): string | null {
  const found = /^now(?:([+-])(\d{1,4})([hd]))?$/.exec(typeof value === 'string' ? value : '');
  if (found === null) return null;
  const [, sign, count = '0', unit] = found;
  const distance = Number(count) * unitMs[unit === 'h' ? 'h' : 'd'];
  return new Date(now + (sign === '-' ? -distance : distance)).toISOString();
}
