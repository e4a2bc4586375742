import type { Drift } from '../entities/stock/gauge-check.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** A finished recount. */
export interface FinishedCheck {
  checkedAt: string;
  rows: number;
  overLimit: number;
  drift: Drift[];
}

/** The last finished recount of the institution; null when there was none. */
export async function lastGaugeCheck(db: Queries, scope: Scope): Promise<FinishedCheck | null> {
  const found = await db
    .selectFrom('gauge_check')
    .select(['checked_at as checkedAt', 'rows', 'over_limit as overLimit', 'drift'])
    .where(scoped(scope, 'gauge_check'))
    .orderBy('checked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}
