import { sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import { readMark } from '../mail-guard/mail-mark.ts';
import {
  type Extent,
  type RunBatch,
  wakeBaskets,
  wakeBulkRuns,
  wakeImpacts,
  wakeLetters,
  wakeOptions,
  wakeOrders,
} from './wake-rows.ts';

/** How many stories were woken. */
export interface Reconciled {
  options: number;
  orders: number;
  baskets: number;
  letters: number;
}

/**
 * Wakes the stories of rows whose time came two minutes ago and is still to be met, whatever happened to their own
 * wake-ups. Held letters stay asleep.
 * @param progress called between batches: a long run shows that it lives.
 */
export function reconcileOverdue(database: Database, progress?: () => void): Promise<Reconciled> {
  return reconcile(database, 'overdue', progress);
}

/** Wakes every story that should be waiting for something: after Temporal lost its data, or at a person's wish. */
export function reconcileAll(database: Database, progress?: () => void): Promise<Reconciled> {
  return reconcile(database, 'all', progress);
}

async function reconcile(database: Database, extent: Extent, progress?: () => void): Promise<Reconciled> {
  const { heldSince } = await readMark(database.queries());
  const woken = { options: 0, orders: 0, baskets: 0, letters: 0 };
  for (const institutionId of await institutionIds(database)) {
    const run: RunBatch = (work) => {
      progress?.();
      return database.read(institutionId, work);
    };
    woken.options += await wakeOptions(run, institutionId, extent);
    woken.orders += await wakeOrders(run, institutionId, extent);
    woken.baskets += await wakeBaskets(run, institutionId, extent);
    await wakeImpacts(run, institutionId);
    await wakeBulkRuns(run, institutionId);
    if (heldSince === null) woken.letters += await wakeLetters(run, institutionId, extent);
  }
  return woken;
}

/** Every institution of this database. */
export async function institutionIds(database: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select institution_ids() as id`.execute(database.queries());
  return rows.map(({ id }) => id);
}
