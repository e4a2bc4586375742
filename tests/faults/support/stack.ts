import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openHome } from '../../../bin/home/home.ts';
import { homeSecrets } from '../../../bin/home/secrets.ts';
import { freePort } from '../../../bin/parts/free-port.ts';
import { temporalCli } from '../../../bin/parts/pinned-programs.ts';
import { startPostgres } from '../../../bin/parts/postgres.ts';
import { resolveProgram } from '../../../bin/parts/program.ts';
import { say } from '../../../bin/parts/progress.ts';
import { startSmtpCatcher } from '../../../bin/parts/smtp-catcher.ts';
import { startTemporal } from '../../../bin/parts/temporal.ts';
import { type Running, type Supervised, supervise } from '../../../bin/services/supervise.ts';
import { ROOT, readSettings } from '../../../bin/settings.ts';
import { choosePorts, DATABASE, databaseUrlOf, serviceEnvironment } from '../../../bin/start/addresses.ts';
import { demoLettersSent } from '../../../bin/start/demo.ts';
import { servicePart } from '../../../bin/start/service-part.ts';
import { migrate } from '../../../database/migrate.ts';
import { seedDemo } from '../../../migrations/seeders/demo.ts';
import type { Chance } from '../../support/chance.ts';
import { type MailWeather, startSlowMail } from './slow-mail.ts';

/** The parts that are killed. The mail server is the world outside: it stays. */
export const mortals = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Mortal = (typeof mortals)[number];
type Service = Extract<Mortal, 'api' | 'worker'>;

/** Placet as `npm start` runs it, every part a process that is kept running. */
export type FaultStack = {
  url: string;
  /** The owner's. */
  databaseUrl: string;
  mailDir: string;
  signIn: { email: string; password: string };
  /** Ends a part at once, without a word; false when it does not run at the moment. */
  kill(part: Mortal): boolean;
  runs(part: Mortal): boolean;
  /** Its process at the moment. */
  pid(part: Mortal): number | null;
  /** A part of the former code ends in good order and one of this code goes on; workers are two for a while. */
  succeed(part: Service): Promise<void>;
  /** Parts that ended although nobody had killed them. */
  fallen(): readonly Mortal[];
  /** Ends everything; `keepLogs` leaves the folder's logs and says where. */
  stop(keepLogs?: boolean): Promise<void>;
};

export type FaultStackSettings = {
  chance: Chance;
  mail?: MailWeather;
  /** A module that api and worker load first, to do without one of their guards. */
  preload: string | null;
  /** Done to the database before api and worker begin. */
  prepare: (databaseUrl: string) => Promise<void>;
  /** The code that database, api and worker begin with, where it is not this. */
  former: string | null;
};

/** How long a former worker and its successor share their tasks. */
const BESIDE_MS = 8_000;

const password = 'a password for faults';
const services = ['api', 'worker'] as const satisfies readonly Service[];
const nowhere = { port: null, url: null };
const PREPARED_WITHIN_MS = 300_000;

/** What the outside may have said about our own parts is not for this stack. */
const NOT_OURS = [
  'DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'SMTP_URL',
  'PUBLIC_URL',
  'PORT',
  'HOST',
  'PLACET_DEMO',
];

/** Starts it on a folder of its own, durable, with the demo in it and its letters sent. */
export async function startFaultStack(wanted: FaultStackSettings): Promise<FaultStack> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-faults-'));
  await chmod(folder, 0o711); // as root PostgreSQL runs as another user, who must get through
  const home = openHome(folder);
  const around = Object.entries(process.env).filter(([name]) => !NOT_OURS.includes(name));
  const settings = readSettings({
    ...Object.fromEntries(around),
    PLACET_HOME: folder,
    PORT: String(await freePort()),
    PLACET_DEMO_PASSWORD: password,
    LOG_LEVEL: 'info',
  });
  const secrets = homeSecrets(folder, password);
  const ports = await choosePorts(settings.port);
  const databaseUrl = databaseUrlOf(settings, secrets, ports);
  const catcher = await startSmtpCatcher({ mailDir: home.mail, port: ports.smtp });
  const mail = await startSlowMail(ports.smtp, wanted.chance, wanted.mail);
  const parts = new Map<Mortal, Supervised>();
  const killed = new Set<number>();
  const fallen: Mortal[] = [];
  let ending = false;
  const keep = (name: Mortal, start: (signal: AbortSignal) => Promise<Running>): Promise<void> => {
    const watched = async (signal: AbortSignal) => {
      const running = await start(signal);
      void running.exited.then(() => {
        if (!ending && !killed.has(running.pid)) fallen.push(name);
      });
      return running;
    };
    const part = supervise(name, watched, { changed: () => undefined });
    parts.set(name, part);
    return part.started;
  };
  const stop = async (keepLogs = false) => {
    ending = true;
    for (const name of mortals) await parts.get(name)?.stop();
    await mail.stop();
    await catcher.stop();
    if (keepLogs) return say(`The logs of the parts are in ${join(folder, 'logs')}.`);
    await rm(folder, { recursive: true, force: true });
  };
  const environment = (demo: boolean) => ({
    ...serviceEnvironment({ ...settings, demo, smtpUrl: mail.url }, home, secrets, ports),
    ...(wanted.preload === null ? {} : { NODE_OPTIONS: `--import=${wanted.preload}` }),
  });
  const service = (name: Service, root: string) => {
    const address = name === 'api' ? { port: settings.port, url: settings.publicUrl } : nowhere;
    return servicePart(name, home, environment(settings.demo), address, root).start;
  };
  const succeed = async (name: Service) => {
    const former = parts.get(name);
    const pid = former?.address()?.pid;
    if (pid !== undefined) killed.add(pid);
    // two cannot listen at one address
    if (name === 'api') await former?.stop();
    await keep(name, service(name, ROOT));
    if (name === 'api') return;
    await delay(BESIDE_MS);
    await former?.stop();
  };
  try {
    const program = await resolveProgram(temporalCli, settings.programs);
    await Promise.all([
      keep('postgres', (signal) =>
        startPostgres({
          dataDir: home.postgresData,
          logFile: home.logOf('postgres'),
          port: ports.postgres,
          password: secrets.postgresPassword,
          database: DATABASE,
          durable: true,
          signal,
        }),
      ),
      keep('temporal', async (signal) => {
        const part = await startTemporal({
          program,
          dataFile: home.temporalData,
          logFile: home.logOf('temporal'),
          port: ports.temporal,
          namespace: settings.temporalNamespace,
          signal,
        });
        return { ...part, url: part.address };
      }),
    ]);
    if (wanted.former === null) {
      await migrate(databaseUrl);
      await seedDemo({ databaseUrl, demoPassword: password });
    } else {
      const prepare = servicePart('prepare', home, environment(true), nowhere, wanted.former);
      await (await prepare.start(AbortSignal.timeout(PREPARED_WITHIN_MS))).stop();
    }
    await Promise.all(services.map((name) => keep(name, service(name, wanted.former ?? ROOT))));
    await demoLettersSent(databaseUrl, AbortSignal.timeout(120_000));
    await wanted.prepare(databaseUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${settings.port}`,
    databaseUrl,
    mailDir: home.mail,
    signIn: { email: 'operator@demo.test', password },
    kill: (name) => {
      const address = parts.get(name)?.address();
      if (!address) return false;
      try {
        killed.add(address.pid);
        return process.kill(address.pid, 'SIGKILL');
      } catch {
        return false; // it has just ended by itself
      }
    },
    runs: (name) => Boolean(parts.get(name)?.address()),
    pid: (name) => parts.get(name)?.address()?.pid ?? null,
    succeed,
    fallen: () => fallen,
    stop,
  };
}
