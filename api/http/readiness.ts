import type { Database } from '../../database/database.ts';
import { systemFigures } from '../../database/system-figures.ts';
import { reach } from '../../workflows/host/reach.ts';

const patienceMs = 2_000;
/** A wake-up older than this means that the relay is behind. */
const lateSeconds = 60;

/** What `/readyz` answers. Only a missing database makes the api unable to serve: people go on without Temporal. */
export interface Readiness {
  status: 'ready' | 'degraded' | 'unavailable';
  checks: {
    database: 'ok' | 'unreachable';
    temporal: 'ok' | 'unreachable';
    mail: 'ok' | 'held' | 'unknown';
    relay: 'ok' | 'late' | 'unknown';
  };
  relayOldestSeconds: number | null;
}

/** Looks at the parts, each with a time limit. */
export async function lookAround(database: Database, temporalAddress: string): Promise<Readiness> {
  const [figures, temporal] = await Promise.all([
    within(systemFigures(database)).catch(() => null),
    temporalAnswers(temporalAddress),
  ]);
  if (figures === null) {
    const checks = { database: 'unreachable', temporal, mail: 'unknown', relay: 'unknown' } as const;
    return { status: 'unavailable', checks, relayOldestSeconds: null };
  }
  const checks = {
    database: 'ok',
    temporal,
    mail: figures.mailHeldSince === null ? 'ok' : 'held',
    relay: figures.outboxOldestSeconds > lateSeconds ? 'late' : 'ok',
  } as const;
  const whole = temporal === 'ok' && checks.mail === 'ok' && checks.relay === 'ok';
  return { status: whole ? 'ready' : 'degraded', checks, relayOldestSeconds: figures.outboxOldestSeconds };
}

/** Whether a Temporal server listens at its address. */
export function temporalAnswers(address: string): Promise<'ok' | 'unreachable'> {
  const colon = address.lastIndexOf(':');
  return reach(address.slice(0, colon), Number(address.slice(colon + 1)), patienceMs).then(
    () => 'ok',
    () => 'unreachable',
  );
}

function within<T>(work: Promise<T>): Promise<T> {
  const limit = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), patienceMs).unref();
  });
  return Promise.race([work, limit]);
}
