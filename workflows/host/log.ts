import { DefaultLogger, type LogLevel, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { type Logger, pino } from 'pino';

/** The worker's log: one JSON line an event on standard output. */
export type Log = Logger;

/** Makes the log. */
export function createLog(level: string): Log {
  return pino({ name: 'placet-worker', level });
}

let installed = false;

/**
 * Has Temporal's own lines go to the log, once per process and before anything of Temporal starts. Signals are the
 * business of who started us: Temporal must not end the process on its own.
 */
export function logTemporal(log: Log): void {
  if (installed) return;
  installed = true;
  const lines = new DefaultLogger('WARN', ({ level, message, meta }) =>
    log[levels[level]]({ ...meta }, message),
  );
  Runtime.install({
    logger: lines,
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
  });
}

const levels = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, string>;
