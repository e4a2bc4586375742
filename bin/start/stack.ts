import type { Home } from '../home/home.ts';
import { type PartAddress, writeRun } from '../home/run-file.ts';
import type { Secrets } from '../home/secrets.ts';
import { buildConsole } from '../parts/console.ts';
import { temporalCli } from '../parts/pinned-programs.ts';
import { startPostgres } from '../parts/postgres.ts';
import { resolveProgram } from '../parts/program.ts';
import { withProgress } from '../parts/progress.ts';
import { startSmtpCatcher } from '../parts/smtp-catcher.ts';
import { startTemporal } from '../parts/temporal.ts';
import { type Running, type Supervised, supervise } from '../services/supervise.ts';
import { ROOT, type Settings } from '../settings.ts';
import { choosePorts, DATABASE, databaseUrlOf, type Ports, serviceEnvironment } from './addresses.ts';
import { demoLettersSent, refuseDemoAmongRealOperators } from './demo.ts';
import { type ServicePart, servicePart } from './service-part.ts';

type PartName = 'postgres' | 'temporal' | 'smtp' | 'api' | 'worker';

/** Everything `npm start` runs. */
export type Stack = {
  /** Resolves when people can work; rejects when a part could not be had. */
  ready: Promise<void>;
  /** Ends what runs: first api and worker, then what they stand on. */
  stop(): Promise<void>;
};

export async function startStack(settings: Settings, home: Home, secrets: Secrets): Promise<Stack> {
  const ports = await choosePorts(settings.port);
  const databaseUrl = databaseUrlOf(settings, secrets, ports);
  const env = serviceEnvironment(settings, home, secrets, ports);
  const ending = new AbortController();
  const parts = new Map<PartName, Supervised>();

  const keep = (name: PartName, start: (signal: AbortSignal) => Promise<Running>): Promise<void> => {
    ending.signal.throwIfAborted();
    const part = supervise(name, start, {
      changed: () => writeRun(home.run, { url: settings.publicUrl, parts: addresses(parts) }),
    });
    parts.set(name, part);
    return part.started;
  };
  const services = {
    prepare: servicePart('prepare', home, env, { port: null, url: null }),
    api: servicePart('api', home, env, { port: settings.port, url: settings.publicUrl }),
    worker: servicePart('worker', home, env, { port: null, url: null }),
  };

  const bringUp = async (): Promise<void> => {
    const consoleBuilt = buildConsole({
      root: ROOT,
      outDir: settings.consoleDir,
      logFile: home.logOf('console'),
    });
    const outside = Promise.all([
      consoleBuilt,
      settings.smtpUrl === null ? keep('smtp', () => smtp(home, ports)) : null,
      settings.temporalAddress === null
        ? keep('temporal', (signal) => temporal(settings, home, ports, signal))
        : null,
    ]);
    outside.catch(() => undefined); // told below; here it must only not count as forgotten
    if (settings.databaseUrl === null)
      await keep('postgres', (signal) => postgres(home, secrets, ports, signal));
    else if (settings.demo) await refuseDemoAmongRealOperators(databaseUrl);
    await withProgress('Preparing the database', () => prepare(services.prepare, ending.signal));
    await outside;
    await withProgress('Starting api and worker', () =>
      Promise.all([keep('api', services.api.start), keep('worker', services.worker.start)]),
    );
    if (settings.demo)
      await withProgress("Sending the demo's letters", () => demoLettersSent(databaseUrl, ending.signal));
  };

  return {
    ready: bringUp(),
    stop: async () => {
      ending.abort();
      const stop = (names: PartName[]) => Promise.all(names.map((name) => parts.get(name)?.stop()));
      await Promise.all([
        ...Object.values(services).map((service) => service.abandon()),
        stop(['worker', 'api']),
      ]);
      await stop(['smtp', 'temporal', 'postgres']);
    },
  };
}

function addresses(parts: ReadonlyMap<PartName, Supervised>): Record<string, PartAddress> {
  const running: Record<string, PartAddress> = {};
  for (const [name, part] of parts) {
    const address = part.address();
    if (address !== null) running[name] = address;
  }
  return running;
}

async function prepare(service: ServicePart, signal: AbortSignal): Promise<void> {
  const running = await service.start(signal);
  await running.stop();
}

function postgres(home: Home, secrets: Secrets, ports: Ports, signal: AbortSignal): Promise<Running> {
  return startPostgres({
    dataDir: home.postgresData,
    logFile: home.logOf('postgres'),
    port: ports.postgres,
    password: secrets.postgresPassword,
    database: DATABASE,
    durable: true,
    signal,
  });
}

async function temporal(settings: Settings, home: Home, ports: Ports, signal: AbortSignal): Promise<Running> {
  const program = await resolveProgram(temporalCli, settings.programs);
  const part = await startTemporal({
    program,
    dataFile: home.temporalData,
    logFile: home.logOf('temporal'),
    port: ports.temporal,
    namespace: settings.temporalNamespace,
    signal,
  });
  return { ...part, url: part.address };
}

function smtp(home: Home, ports: Ports): Promise<Running> {
  return startSmtpCatcher({ mailDir: home.mail, port: ports.smtp });
}
