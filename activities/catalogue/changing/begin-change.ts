import { sql } from 'kysely';
import { reachedOptions } from '../../../database/reached-options.ts';
import { performanceList } from '../../../database/read-models/performances.ts';
import { Problem } from '../../problem.ts';
import { lockRecord, scopeOf } from '../../records/write-record.ts';
import { lockStock } from '../../stock/overbook-stock.ts';
import { lockHall, type SeatedPlaces, seatsOf } from '../../stock/seats.ts';
import type { Verb } from '../../verb.ts';
import { lockLiveOptions } from './lock-live-options.ts';
import { type DrawnChange, drawChange, type PerformanceChange } from './performance-preview.ts';

/** What every guided change is told besides what it changes. */
export interface GuidedInput {
  performanceId: string;
  /** Refused with 412 when the performance has changed since; null takes it as it is. */
  version: number | null;
  /** The fingerprint of the preview that was shown. */
  preview: string;
}

/** What a guided change did: the preview it was agreed on, and the performance's version after it. */
export interface GuidedAnswer {
  version: number;
  options: number;
  letters: number;
}

/**
 * Locks a performance with its orders and options, for another configuration its seats and stock too, and works the change out anew: it is done only when it is what was
 * previewed.
 * @throws Problem `request.notFound`, `record.version`, `performance.previewStale` with the preview as it is now, and those
 *   of `drawChange`.
 */
export async function beginChange(
  verb: Verb,
  { version, preview }: GuidedInput,
  change: PerformanceChange,
): Promise<DrawnChange> {
  const scope = scopeOf(verb.caller);
  await lockLiveOptions(verb, [change.performanceId]);
  const kind = { table: 'performance', list: performanceList } as const;
  await lockRecord(verb, kind, scope, { id: change.performanceId, version });
  if (change.verb === 'change-configuration') await lockWholeHall(verb, change);
  const drawn = await drawChange(verb.db, scope, change, verb.now);
  if (drawn.preview.fingerprint !== preview)
    throw new Problem('performance.previewStale', { current: drawn.preview });
  return drawn;
}

/**
 * The configuration stays as it is, and nobody takes or gives back a place until this verb has ended: what options on
 * products that it reaches hold at other performances may go back too.
 */
async function lockWholeHall(
  verb: Verb,
  { performanceId, configurationId }: { performanceId: string; configurationId: string },
): Promise<void> {
  await sql`select 1 from logical_configuration where id = ${configurationId} for share`.execute(verb.db);
  const { rows } = await sql<SeatedPlaces>`
    select c.id, c.performance_id as "performanceId", c.stock_id as "stockId", c.seats
    from seat_option o join claim c on c.source_id = o.id and c.source_type = 'option' and c.counter = 'held'
    where o.id in ${reachedOptions([performanceId])} and o.kind = 'product'
      and c.performance_id <> ${performanceId}`.execute(verb.db);
  await lockHall(verb, performanceId, seatsOf(rows));
  await lockStock(verb.db, [performanceId, ...new Set(rows.map((row) => row.performanceId))]);
}
