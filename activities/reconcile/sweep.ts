import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import { institutionIds } from './reconcile.ts';

const BATCH = 5_000;

/**
 * Keeps the house: answers kept for a repeated call are dropped after 7 days, and so are contacts' links and sessions that
 * have ended, decided requests after 13 months, a batch of each institution a run; versions of rules whose time is over say so; and the tables that grow by the month get
 * the months to come.
 */
export async function sweep(database: Database): Promise<void> {
  await sql`select ensure_partitions(2)`.execute(database.queries());
  for (const institutionId of await institutionIds(database)) {
    await database.read(institutionId, (db) =>
      sql`delete from verb_call where (actor, request_id) in (
        select actor, request_id from verb_call where at < now() - interval '7 days' order by at limit ${BATCH})`.execute(
        db,
      ),
    );
    await database.read(institutionId, (db) =>
      sql`delete from decided_request where id in (
        select d.id from organisation o cross join lateral (
          select id from decided_request where organisation_id = o.id and at < now() - interval '13 months'
          order by at limit ${BATCH}) d)`.execute(db),
    );
    for (const table of ['contact_access', 'contact_session'])
      await database.read(institutionId, (db) =>
        sql`delete from ${sql.table(table)} where id in (
          select id from ${sql.table(table)} where expires_at < now() - interval '7 days' limit ${BATCH})`.execute(
          db,
        ),
      );
    await database.read(institutionId, (db) =>
      sql`update rule_set set state = 'superseded', version = version + 1
        where state = 'published' and superseded_at <= now()`.execute(db),
    );
  }
}
