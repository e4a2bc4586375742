import type { z } from 'zod';
import type { FinishedCheck } from '../../database/read-models/gauge-checks.ts';
import type { GaugeCheckBody } from './schema.ts';

/** A recount as the console reads it; before the first one there is nothing to tell. */
export function presentCheck(check: FinishedCheck | null): z.output<typeof GaugeCheckBody> {
  if (check === null) return { checkedAt: null, rows: 0, drift: [] };
  return { checkedAt: check.checkedAt, rows: check.rows, drift: check.drift.map((each) => ({ ...each })) };
}
