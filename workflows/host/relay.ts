import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { isBusy, isOutage } from './client.ts';
import type { Log } from './log.ts';
import { readWakeUp, type WakeUp } from './wake-up.ts';

export interface RelaySettings {
  /** The owner's address: the outbox's tables are closed to the product's role. */
  databaseUrl: string;
  /** Hands one wake-up over, within a few seconds. */
  deliver(wakeUp: WakeUp): Promise<void>;
  /** Temporal does not answer: called once, at the first sign. Wake-ups stay in the outbox until the next start. */
  outage(error: unknown): void;
  log: Log;
  /** How long a runner may be silent before another one takes its place; in milliseconds. */
  patienceMs?: number;
}

export interface Relay {
  stop(): Promise<void>;
}

/** Wake-ups handed over at the same time: enough to keep two cores busy, not more than the pool can serve. */
const CONCURRENCY = 6;
const POOL = 4;
const POLL_MS = 1_000;
const RETRY_MS = 1_000;
const STALE_SECONDS = 8;
const LONGEST_SECONDS = 20;
const SWEEP_MS = 4_000;
/** Longer than a wake-up may take: a runner that is answered nothing for so long has lost its way. */
const SILENCE_MS = 15_000;
const CONNECT_MS = 5_000;
const STOP_MS = 5_000;

/**
 * Turns the wake-ups that verbs left in the outbox into signals. At its start, and so after every outage, all waiting
 * wake-ups are due at once, however often they had failed. It lives through the loss of PostgreSQL: a runner that ends,
 * or no longer gives a sign of life, is left behind with its connections and another one is started. A wake-up that
 * cannot be delivered for a reason of its own is logged as an alert and tried again later.
 */
export function startRelay(settings: RelaySettings): Relay {
  const { log } = settings;
  const stopping = new AbortController();
  const taken: string[] = []; // the names under which wake-ups were taken
  let shift: Shift | null = null;
  const life = (async () => {
    while (!stopping.signal.aborted) {
      shift = openShift(settings);
      try {
        await work(shift, settings, taken, stopping.signal);
      } catch (error) {
        log.warn({ err: error }, 'the outbox is out of reach');
      }
      leave(shift);
      await delay(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  const sweeper = setInterval(() => {
    if (shift !== null)
      tidy(shift.pool).catch((error: unknown) =>
        log.debug({ err: error }, 'stale wake-ups were not released'),
      );
  }, SWEEP_MS);
  return {
    stop: async () => {
      clearInterval(sweeper);
      stopping.abort();
      const stopped = shift?.runner?.stop().catch(() => undefined);
      await Promise.race([Promise.all([stopped, life]), delay(STOP_MS, undefined, { ref: false })]);
      if (shift !== null) leave(shift);
    },
  };
}

/** One runner with connections of its own, and when it last gave a sign of life. */
interface Shift {
  pool: pg.Pool;
  runner: Runner | null;
  lastSign: number;
  over: boolean;
}

function openShift({ databaseUrl, log }: RelaySettings): Shift {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POOL,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'placet relay',
  });
  const shift: Shift = { pool, runner: null, lastSign: performance.now(), over: false };
  const lost = (error: Error) => shift.over || log.warn({ err: error }, 'the outbox lost a connection');
  pool.on('error', lost).on('connect', (client) => client.on('error', lost));
  return shift;
}

/** Works until the runner ends, or is silent for too long. */
async function work(
  shift: Shift,
  settings: RelaySettings,
  taken: string[],
  stopping: AbortSignal,
): Promise<void> {
  const events: WorkerEvents = new EventEmitter();
  const sign = () => {
    shift.lastSign = performance.now();
  };
  events.on('pool:create', ({ workerPool }) => taken.push(workerPool.id));
  events.on('worker:getJob:empty', sign).on('job:start', sign).on('job:complete', sign);
  const running = (async () => {
    await makeAllDue(shift.pool);
    const runner = await startRunner(shift.pool, settings, events, stopping);
    shift.runner = runner;
    if (stopping.aborted || shift.over) await runner.stop();
    await runner.promise;
    await shift.pool.query('select graphile_worker.force_unlock_workers($1)', [taken]); // what it had no time to report
  })();
  const ended = new AbortController();
  try {
    await Promise.race([
      running,
      silence(shift, settings.patienceMs ?? SILENCE_MS, AbortSignal.any([ended.signal, stopping])),
    ]);
    if (stopping.aborted) await running;
  } finally {
    ended.abort();
    running.catch(() => undefined); // what becomes of a runner left behind is of no interest
  }
}

/** Fails when a shift has been silent for too long; ends without a word at the signal. */
async function silence(shift: Shift, patienceMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const left = shift.lastSign + patienceMs - performance.now();
    if (left <= 0) throw new Error('The runner of the outbox gives no sign of life.');
    await delay(left, undefined, { signal }).catch(() => undefined);
  }
}

/** Leaves a shift behind: what it still holds is let go whenever it ends. */
function leave(shift: Shift): void {
  if (shift.over) return;
  shift.over = true;
  shift.runner?.stop().catch(() => undefined);
  shift.pool.end().catch(() => undefined);
}

async function startRunner(
  pool: pg.Pool,
  settings: RelaySettings,
  events: WorkerEvents,
  stopping: AbortSignal,
): Promise<Runner> {
  const { log } = settings;
  let down = false;
  const wake = async (payload: unknown): Promise<void> => {
    if (down || stopping.aborted) throw new Error('Temporal does not answer.');
    try {
      await settings.deliver(readWakeUp(payload));
    } catch (error) {
      if (isOutage(error)) {
        if (!down) settings.outage(error);
        down = true;
      } else if (!isBusy(error)) {
        log.error({ err: error, payload, alert: 'relay.undeliverable' }, 'a wake-up cannot be delivered');
      }
      throw error;
    }
  };
  return run({
    pgPool: pool,
    events,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    taskList: { wake },
    // In batches the library stops its runner when it cannot report an end, and we start another one; reported one by one,
    // a lost connection would end this process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.debug({ from: 'outbox' }, message);
    }),
  });
}

/** Every waiting wake-up is due now and starts counting anew. */
async function makeAllDue(pool: pg.Pool): Promise<void> {
  await tidy(pool);
  await pool.query(
    `update graphile_worker._private_jobs set run_at = least(run_at, now()), attempts = 0
     where locked_at is null and (run_at > now() or attempts > 0)`,
  );
}

/**
 * What a relay that died had taken, or what it could not report, is taken again: told twice does no harm. A wake-up that
 * failed waits some seconds, never the library's hours.
 */
async function tidy(pool: pg.Pool): Promise<void> {
  await pool.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = 0
     where locked_at < now() - make_interval(secs => ${STALE_SECONDS})`,
  );
  await pool.query(
    `update graphile_worker._private_jobs set run_at = least(run_at, now() + make_interval(secs => ${LONGEST_SECONDS})), attempts = 3
     where locked_at is null and attempts > 3`,
  );
}
