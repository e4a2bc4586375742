import { type RawBuilder, sql } from 'kysely';
import { type Scope, scoped } from './scoped.ts';

/** The eyes with which the reader sees options and contacts: what they may not see takes places without a name. */
export interface SourceEyes {
  options: Scope;
  /** Only of options that are seen. */
  contacts: Scope;
}

/** Names of what takes places; what the reader may not see is null. */
export interface SourceNames {
  /** Of an option. */
  number: number | null;
  contactName: string | null;
  /** Of a sale made elsewhere. */
  reference: string | null;
  /** Why places are blocked. */
  reason: string | null;
}

/** The query `blocks`: the motives of the blocks of a performance. */
export function blocksQuery(scope: Scope, performanceId: string): RawBuilder<unknown> {
  return sql`blocks as (
    select after ->> 'blockId' as id, reason from history
    where subject_type = 'performance' and subject_id = ${performanceId} and verb = 'block-seats'
      and ${scoped(scope, 'history')}
  )`;
}

/**
 * The query `taken`: what takes places of a performance, by stock row, counter and source. Held places that take nothing
 * yet count as tentative.
 */
export function takenQuery(scope: Scope, performanceId: string): RawBuilder<unknown> {
  return sql`taken as (
    select stock.contingent_id, stock.seat_category_id, claim.source_type, claim.source_id,
      case when claim.counter = 'held' and not claim.takes_stock then 'tentative' else claim.counter end as counter,
      sum(claim.quantity)::int as quantity
    from claim join stock on stock.id = claim.stock_id
    where stock.performance_id = ${performanceId} and ${scoped(scope, 'stock')} and claim.counter <> 'released'
    group by 1, 2, 3, 4, 5
  )`;
}

/** The columns of `SourceNames`, where `joinedNames` has joined them. */
export const namesTold = sql`o.number, c.name as "contactName", e.reference, blocks.reason`;

/**
 * Joins what the sources of `alias` are called, as far as the reader may know: the one rule of what is told.
 * `blocksQuery` stands before it.
 */
export function joinedNames(alias: 'claim' | 'counted', eyes: SourceEyes): RawBuilder<unknown> {
  const type = sql.ref(`${alias}.source_type`);
  const id = sql.ref(`${alias}.source_id`);
  return sql`left join seat_option o on ${type} = 'option' and o.id = ${id} and ${scoped(eyes.options, 'seat_option', 'o')}
    left join contact c on c.id = o.contact_id and ${scoped(eyes.contacts, 'contact', 'c')}
    left join external_sale e on ${type} = 'external-sale' and e.id = ${id}
    left join blocks on ${type} = 'block' and blocks.id = ${id}::text`;
}
