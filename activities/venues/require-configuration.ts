import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import { refuse } from '../records/write-record.ts';

/**
 * A performance may name a valid configuration of its venue, whose categories have what the performance has in stock, if
 * its stock is open. The configuration stays as it is until the performance is written.
 * @throws Problem `request.invalid` with `configuration.elsewhere` | `configuration.draft` | `configuration.capacities`.
 */
export async function requireConfiguration(
  db: Queries,
  { id, venueId, configurationId }: { id?: unknown; venueId?: unknown; configurationId?: unknown },
): Promise<void> {
  if (typeof configurationId !== 'string') return;
  const { rows } = await sql<{ elsewhere: boolean; draft: boolean }>`
    select space.venue_id <> ${venueId}::uuid as elsewhere, c.state = 'draft' as draft
    from logical_configuration c join space on space.id = c.space_id
    where c.id = ${configurationId} for share of c`.execute(db);
  const found = rows[0];
  const told = (code: string) => refuse([{ path: 'configurationId', code }]);
  if (found === undefined || found.elsewhere) told('configuration.elsewhere');
  if (found?.draft === true) told('configuration.draft');
  if (typeof id !== 'string') return;
  const { rows: differing } = await sql`
    select 1 from (select seat_category_id, capacity from stock_category where performance_id = ${id}) stock
    full join (select seat_category_id, capacity from configuration_category where configuration_id = ${configurationId}) given
      using (seat_category_id)
    where coalesce(stock.capacity, 0) <> coalesce(given.capacity, 0)
      and exists (select from stock_category where performance_id = ${id})
    limit 1`.execute(db);
  if (differing.length > 0) told('configuration.capacities');
}
