import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Child, type Exit, startChild, stopChild } from './child.ts';
import { freePort } from './free-port.ts';
import { knowsNamespace } from './grpc-probe.ts';
import { waitUntil } from './wait-until.ts';

export type TemporalSettings = {
  /** The Temporal command line; see resolveProgram. */
  program: string;
  /** null: in memory only, for tests. */
  dataFile: string | null;
  logFile: string;
  /** null: any free one. */
  port: number | null;
  namespace: string;
  /** Gives the start up, or ends the server. */
  signal?: AbortSignal;
};

export type TemporalPart = {
  pid: number;
  port: number;
  address: string;
  exited: Promise<Exit>;
  stop(): Promise<void>;
};

const START_MS = 60_000;
const PROBE_MS = 1_000;
const STOP_MS = 5_000;

/**
 * Starts Temporal's development server and waits until its namespace answers.
 * One partition per task queue: on one node more only add latency to bursts.
 * @throws when it does not start; the error names its log.
 */
export async function startTemporal(settings: TemporalSettings): Promise<TemporalPart> {
  const port = settings.port ?? (await freePort());
  const address = `127.0.0.1:${port}`;
  if (settings.dataFile !== null) await mkdir(dirname(settings.dataFile), { recursive: true });
  const child = await startChild({
    command: settings.program,
    args: [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--namespace', settings.namespace, '--log-level', 'warn'],
      ...['--dynamic-config-value', 'matching.numTaskqueueReadPartitions=1'],
      ...['--dynamic-config-value', 'matching.numTaskqueueWritePartitions=1'],
      ...persistence(settings.dataFile),
    ],
    logFile: settings.logFile,
    signal: settings.signal,
  });
  await ready(child, address, settings);
  return {
    pid: child.pid,
    port,
    address,
    exited: child.exited,
    stop: async () => {
      await stopChild(child, 'SIGTERM', STOP_MS);
    },
  };
}

function persistence(dataFile: string | null): string[] {
  if (dataFile === null) return [];
  const pragmas = ['journal_mode=WAL', 'synchronous=NORMAL'];
  return ['--db-filename', dataFile, ...pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma])];
}

async function ready(child: Child, address: string, settings: TemporalSettings): Promise<void> {
  let ended = false;
  void child.exited.then(() => {
    ended = true;
  });
  const answers = await waitUntil(
    async () => ended || (await knowsNamespace(address, settings.namespace, PROBE_MS)),
    { withinMs: START_MS, everyMs: 50 },
  );
  if (answers && !ended) return;
  if (!ended) await stopChild(child, 'SIGTERM', STOP_MS);
  throw new Error(`Temporal did not start; its log is ${settings.logFile}.`);
}
