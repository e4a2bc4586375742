import type { SaleIncident } from '../entities/stock/external-sale.ts';
import type { Queries } from '../schema.ts';
import { type Scope, scoped } from './scoped.ts';

/** A sale made elsewhere, as the stock of its performance shows it. */
export interface ExternalSaleRow {
  id: string;
  seller: string;
  reference: string;
  quantity: number;
  incident: SaleIncident | null;
  recordedAt: string;
  cancelledAt: string | null;
}

/** Sales shown at most, the last first. */
const mostShown = 200;

/** The sales made elsewhere that were recorded for a performance, the last first. */
export async function readExternalSales(
  db: Queries,
  scope: Scope,
  performanceId: string,
): Promise<ExternalSaleRow[]> {
  return db
    .selectFrom('external_sale')
    .select(['id', 'seller', 'reference', 'quantity', 'incident'])
    .select(['recorded_at as recordedAt', 'cancelled_at as cancelledAt'])
    .where('performance_id', '=', performanceId)
    .where(scoped(scope, 'external_sale'))
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute();
}
