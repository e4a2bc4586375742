import { setTimeout as delay } from 'node:timers/promises';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { sql } from 'kysely';
import { mailHost } from '../../activities/letters/write-letter.ts';
import { readMark } from '../../activities/mail-guard/mail-mark.ts';
import { reconcileAll } from '../../activities/reconcile/reconcile.ts';
import type { Database } from '../../database/database.ts';
import { createActivities } from './activities.ts';
import { createClient, isNotFound, isOutage, namespaceId, type TemporalClient } from './client.ts';
import { createGuardBook } from './guard-book.ts';
import type { Log } from './log.ts';
import { createMailGate, type WorkerMailGate } from './mail-gate.ts';
import { startRelay } from './relay.ts';
import { ensureSchedules } from './schedules.ts';
import type { WorkerSettings } from './settings.ts';
import { deliverWakeUp } from './wake-up.ts';
import { startWorkers } from './workers.ts';

/** One stretch of work with one Temporal: it ends when Temporal goes away or is another one. */
export interface Session {
  /** Resolves with the reason once the session cannot go on. */
  ended: Promise<string>;
  close(): Promise<void>;
}

const DELIVERY_MS = 4_000;
const WATCH_MS = 10_000;
const MARK_MS = 60_000;

/**
 * Opens a session: workers, mail guard, schedules, relay.
 * @throws when Temporal or PostgreSQL does not answer; nothing is left open then.
 */
export async function openSession(
  settings: WorkerSettings,
  { database, bundle, log }: { database: Database; bundle: WorkflowBundleOption; log: Log },
): Promise<Session> {
  const temporal = createClient(settings);
  const closing = new AbortController();
  const closers: (() => Promise<void>)[] = [temporal.close];
  const close = async () => {
    closing.abort();
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  const background = (what: string, work: () => Promise<unknown>) => {
    work().catch((error: unknown) => {
      if (!closing.signal.aborted) log.warn({ err: error }, `${what} did not succeed`);
    });
  };
  try {
    const id = await namespaceId(temporal);
    await readMark(database.queries()); // before the workers: their start costs more
    const gate: WorkerMailGate = createMailGate({
      database,
      book: createGuardBook(temporal),
      held: () => background('waking all options', () => reconcileAll(database)),
      log,
    });
    const post = { smtpUrl: settings.smtpUrl, host: mailHost(settings.publicUrl), gate };
    const activities = createActivities({ database, post, log });
    const workers = await startWorkers({ ...settings, bundle, activities, log });
    closers.push(workers.stop);
    workers.ended.catch((error: unknown) => end(`a worker ended: ${String(error)}`));
    await gate.open();
    await temporal.within(DELIVERY_MS, () => ensureSchedules(temporal.client));
    const relay = startRelay({
      databaseUrl: settings.databaseUrl,
      deliver: (wakeUp) => temporal.within(DELIVERY_MS, () => deliverWakeUp(temporal.client, wakeUp)),
      outage: () => end('Temporal does not answer'),
      log,
    });
    closers.push(relay.stop);
    background('waking everything', () => welcomeNamespace(database, id, log));
    background('watching Temporal', () => watch(temporal, id, end, closing.signal));
    background('moving the mail mark', () => keepMarking(gate, closing.signal, log));
    return { ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A namespace this database does not know is one without its stories: all of them are woken, then it is known. */
async function welcomeNamespace(database: Database, id: string, log: Log): Promise<void> {
  const { rows } = await sql<{ known: string | null }>`select namespace_id as known from worker_mark`.execute(
    database.queries(),
  );
  if (rows[0]?.known === id) return;
  const woken = await reconcileAll(database);
  await sql`update worker_mark set namespace_id = ${id}`.execute(database.queries());
  log.info({ woken }, 'Temporal has other data than before: every story was woken');
}

/** Ends the session when Temporal stays away, or comes back with other data. */
async function watch(
  temporal: TemporalClient,
  id: string,
  end: (reason: string) => void,
  closing: AbortSignal,
): Promise<void> {
  let missed = 0;
  for (;;) {
    await delay(missed === 0 ? WATCH_MS : 1_000, undefined, { signal: closing });
    try {
      if ((await namespaceId(temporal)) !== id) return end('Temporal has other data than before');
      missed = 0;
    } catch (error) {
      missed += 1;
      if (isNotFound(error)) return end('Temporal has other data than before');
      if (isOutage(error) && missed > 1) return end('Temporal does not answer');
    }
  }
}

/** Letters that left move the mark within the minute. */
async function keepMarking(gate: WorkerMailGate, closing: AbortSignal, log: Log): Promise<void> {
  for (;;) {
    await delay(MARK_MS, undefined, { signal: closing });
    await gate.moveOn().catch((error: unknown) => log.warn({ err: error }, 'the mail mark did not move'));
  }
}
