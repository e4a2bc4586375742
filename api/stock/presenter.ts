import type { z } from 'zod';
import type { FinishedCheck } from '../../database/read-models/gauge-checks.ts';
import type { GaugeCheckBody } from './schema.ts';

/** A recount as the console reads it; before the first one there is nothing to tell. */
export function presentCheck(check: FinishedCheck | null): z.output<typeof GaugeCheckBody> {
  if (check === null) return { checkedAt: null, rows: 0, overLimit: 0, drift: [] };
  const { checkedAt, rows, overLimit, drift } = check;
  return { checkedAt, rows, overLimit, drift: drift.map((each) => ({ ...each })) };
}
