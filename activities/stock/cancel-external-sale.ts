import { sql } from 'kysely';
import { scoped } from '../../database/read-models/scoped.ts';
import type { NamedSeat } from '../../rules/stock/named-seat.ts';
import { Problem } from '../problem.ts';
import { scopeOf } from '../records/write-record.ts';
import { runVerb, type VerbCaller } from '../verb.ts';
import { moveStock } from './move-stock.ts';
import { releaseSeats } from './seats.ts';

/** A recorded sale that is taken back, and why. */
export interface CancelSaleInput {
  performanceId: string;
  externalSaleId: string;
  reason: string;
}

/**
 * Takes back a sale that was recorded by mistake, or cancelled where it was made (verb `cancel-external-sale`): its places
 * and seats are given back, what was recorded is kept. Its reference may be told again.
 * @throws Problem `request.notFound`, `motive.required`, `sale.cancelled`.
 */
export async function cancelExternalSale(
  caller: VerbCaller,
  input: CancelSaleInput,
): Promise<{ quantity: number }> {
  return runVerb(caller, 'cancel-external-sale', input, async (verb) => {
    if (input.reason.trim() === '') throw new Problem('motive.required');
    const { rows: sales } = await sql<{
      organisationId: string;
      seller: string;
      reference: string;
      quantity: number;
      cancelledAt: string | null;
    }>`
      select organisation_id as "organisationId", seller, reference, quantity, cancelled_at as "cancelledAt"
      from external_sale where id = ${input.externalSaleId} and performance_id = ${input.performanceId}
        and ${scoped(scopeOf(caller), 'external_sale')} for update`.execute(verb.db);
    const [sale] = sales;
    if (sale === undefined) throw new Problem('request.notFound');
    if (sale.cancelledAt !== null) throw new Problem('sale.cancelled');
    const { rows: claims } = await sql<{
      id: string;
      stockId: string;
      performanceId: string;
      quantity: number;
      seats: NamedSeat[] | null;
    }>`
      update claim set counter = 'released'
      where source_id = ${input.externalSaleId} and source_type = 'external-sale' and counter = 'sold'
      returning id, stock_id as "stockId", performance_id as "performanceId", quantity, seats`.execute(
      verb.db,
    );
    releaseSeats(verb, claims);
    await verb.db
      .updateTable('external_sale')
      .set((update) => ({ cancelled_at: verb.now, version: update('version', '+', 1) }))
      .where('id', '=', input.externalSaleId)
      .execute();
    moveStock(
      verb,
      claims.map(({ stockId, quantity }) => ({ stockId, move: { sold: -quantity } })),
    );
    const { organisationId, seller, reference, quantity } = sale;
    verb.record({
      verb: 'cancel-external-sale',
      subjectType: 'performance',
      subjectId: input.performanceId,
      organisationId,
      before: { externalSaleId: input.externalSaleId, seller, reference, quantity },
      reason: input.reason,
    });
    return { quantity };
  });
}
