import { DefaultLogger, type LogLevel, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { type Logger, pino } from 'pino';

/** The worker's log: one JSON line an event on standard output. */
export type Log = Logger;

/** Makes the log and, once per process, has Temporal's own lines go to it. */
export function createLog(level: string): Log {
  const log = pino({ name: 'placet-worker', level });
  installRuntime(log);
  return log;
}

let installed = false;

/** Signals are the business of who started us: Temporal must not end the process on its own. */
function installRuntime(log: Log): void {
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
