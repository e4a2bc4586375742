import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { closeMail } from '../../activities/letters/deliver-message.ts';
import { type Database, openDatabase } from '../../database/database.ts';
import { startHeartbeat } from './heartbeat.ts';
import { createLog, type Log, logTemporal } from './log.ts';
import { openSession, type Session } from './session.ts';
import type { WorkerSettings } from './settings.ts';
import { workflowBundle } from './workflow-bundle.ts';

const RETRY_MS = 1_000;
const COMPLAIN_MS = 60_000;
const POOL = 12;

/**
 * Starts the worker process: stories, documents and relay. Resolves once everything answers for the first time; from
 * then on it outlives every outage of Temporal and PostgreSQL and takes up its work by itself.
 * @throws only when `settings.signal` gives the start up.
 */
export async function start(settings: WorkerSettings): Promise<{ stop(): Promise<void> }> {
  const log = createLog(settings.logLevel);
  logTemporal(log);
  const stopping = new AbortController();
  settings.signal?.addEventListener('abort', () => stopping.abort(), { once: true });
  const signal = stopping.signal;
  const bundle = await workflowBundle(log, settings.bundleDir);
  const database = await untilDone('PostgreSQL', log, signal, () => openAnswering(settings.databaseUrl));
  const heart = startHeartbeat({ database, smtpUrl: settings.smtpUrl, log });
  const retired = new Set<Promise<void>>();
  const open = () =>
    untilDone('Temporal', log, signal, () => openSession(settings, { database, bundle, log }));
  const told = readiness(settings.readyFile);
  const ready = (yes: boolean) => {
    heart.connected(yes);
    return told(yes);
  };
  const first = await open();
  await ready(true);
  const life = (async () => {
    let session: Session = first;
    for (;;) {
      const aborted = new Promise<null>((resolve) => {
        if (signal.aborted) resolve(null);
        signal.addEventListener('abort', () => resolve(null), { once: true });
      });
      const reason = await Promise.race([session.ended, aborted]);
      await ready(false);
      const closed = session
        .close()
        .catch((error: unknown) => log.warn({ err: error }, 'a session ended badly'));
      if (reason === null) return closed;
      log.warn(`${reason}: the outbox keeps its wake-ups until it is back`);
      // The old session may hang on the dead server; the new one does not wait for it.
      retired.add(closed);
      void closed.then(() => retired.delete(closed));
      session = await open();
      await ready(true);
      log.info('Temporal is back');
    }
  })().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return {
    stop: async () => {
      stopping.abort();
      await life;
      await Promise.all(retired);
      closeMail();
      await heart.stop();
      await database.close();
    },
  };
}

/** Opening a pool asks nothing: the first question tells whether the database is there and migrated. */
async function openAnswering(databaseUrl: string): Promise<Database> {
  const database = await openDatabase({ databaseUrl, as: 'application', poolSize: POOL });
  try {
    await database.queries().selectFrom('worker_mark').select('id').executeTakeFirstOrThrow();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Tries every second until it succeeds; says why it does not, at first and every minute. */
async function untilDone<T>(
  what: string,
  log: Log,
  signal: AbortSignal,
  attempt: () => Promise<T>,
): Promise<T> {
  let said = Number.NEGATIVE_INFINITY;
  for (;;) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() - said > COMPLAIN_MS) {
        log.warn({ err: error }, `waiting for ${what}`);
        said = performance.now();
      }
    }
    await delay(RETRY_MS, undefined, { signal });
  }
}

function readiness(file: string | undefined): (ready: boolean) => Promise<void> {
  return async (ready) => {
    if (file === undefined) return;
    if (ready) await writeFile(file, '');
    else await rm(file, { force: true });
  };
}
