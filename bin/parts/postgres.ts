import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { type Child, type Exit, startChild, stopChild } from './child.ts';
import { freePort } from './free-port.ts';
import { type Account, postgresAccount } from './postgres-account.ts';
import { createCluster, refuseOtherMajor } from './postgres-cluster.ts';
import { postgresRuntime, reachableFolder } from './postgres-runtime.ts';
import { commandLineOf } from './process-info.ts';
import { say, withProgress } from './progress.ts';
import { waitUntil } from './wait-until.ts';

export type PostgresSettings = {
  /** Wanted data folder; another is taken, and said, when the server's system user cannot reach this one. */
  dataDir: string;
  logFile: string;
  /** null: any free one. */
  port: number | null;
  password: string;
  /** Made when missing; its owner is the superuser `placet`. */
  database: string;
  /** false only for tests: a crash of the machine may lose everything, a crash of the server nothing. */
  durable: boolean;
  /** Gives the start up, or ends the server. */
  signal?: AbortSignal;
};

export type PostgresPart = {
  pid: number;
  port: number;
  url: string;
  dataDir: string;
  exited: Promise<Exit>;
  stop(): Promise<void>;
};

const OWNER = 'placet';
const START_MS = 60_000;
const STOP_MS = 5_000;
const LEFTOVER_MS = 10_000;

/** For a machine of two cores that also carries Temporal, the api and the worker. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '96MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

const VOLATILE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the embedded PostgreSQL, makes its cluster and database when they are missing, and waits until it
 * answers. A server left over on the same data folder by a run that was killed is stopped first.
 * @throws with the way out when the data folder belongs to another major version or the server does not start.
 */
export async function startPostgres(settings: PostgresSettings): Promise<PostgresPart> {
  const account = postgresAccount(settings.dataDir);
  const dataDir = await placeOf(settings.dataDir, account);
  const runtime = await withProgress('Preparing PostgreSQL', () => postgresRuntime(account));
  refuseOtherMajor(dataDir, runtime.major);
  await stopLeftover(dataDir);
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    await withProgress('Creating the database', () =>
      createCluster({ ...settings, initdb: runtime.initdb, dataDir, owner: OWNER, account }),
    );
  }
  const port = settings.port ?? (await freePort());
  const child = await startChild({
    command: runtime.postgres,
    args: [
      '-D',
      dataDir,
      '-p',
      String(port),
      ...flags({ ...SETTINGS, ...(settings.durable ? {} : VOLATILE) }),
    ],
    logFile: settings.logFile,
    cwd: dataDir,
    user: account,
    signal: settings.signal,
  });
  await ready(child, dataDir, settings.logFile);
  const url = postgresUrl(port, settings.password, settings.database);
  await ensureDatabase(postgresUrl(port, settings.password, 'postgres'), settings.database);
  return {
    pid: child.pid,
    port,
    url,
    dataDir,
    exited: child.exited,
    stop: async () => {
      // "fast" shutdown: sessions are ended; "immediate" when that takes too long: the next start recovers from its log.
      await stopChild(child, 'SIGINT', STOP_MS, 'SIGQUIT');
    },
  };
}

async function placeOf(wanted: string, account: Account): Promise<string> {
  const dataDir = await reachableFolder(wanted, account);
  if (dataDir !== resolve(wanted)) {
    say(
      `PostgreSQL cannot run as root and ${dirname(resolve(wanted))} is closed to its user: its data is in ${dataDir}.`,
    );
  }
  return dataDir;
}

function flags(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The owner's address of a database of the embedded server. */
export function postgresUrl(port: number, password: string, database: string): string {
  return `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** The server writes its state as the eighth line of postmaster.pid; pg_ctl waits for it the same way. */
async function ready(child: Child, dataDir: string, logFile: string): Promise<void> {
  let exit: Exit | null = null;
  void child.exited.then((value) => {
    exit = value;
  });
  const isReady = () => {
    const [pid, , , , , , , state] = postmasterFile(dataDir);
    return Number(pid) === child.pid && state?.trim() === 'ready';
  };
  const done = await waitUntil(() => exit !== null || isReady(), { withinMs: START_MS, everyMs: 20 });
  if (done && exit === null) return;
  if (exit === null) await stopChild(child, 'SIGQUIT', STOP_MS);
  throw new Error(`PostgreSQL did not start; its log is ${logFile}.`);
}

/** Stops the server that a killed run left on this data folder, if there is one. */
async function stopLeftover(dataDir: string): Promise<void> {
  const pid = Number(postmasterFile(dataDir)[0]);
  const runs = () => commandLineOf(pid).includes(dataDir);
  if (!Number.isInteger(pid) || pid <= 0 || !runs()) return;
  process.kill(pid, 'SIGINT');
  const gone = await waitUntil(() => !runs(), { withinMs: LEFTOVER_MS, everyMs: 20 });
  if (!gone)
    throw new Error(
      `A PostgreSQL (process ${pid}) still runs on ${dataDir} and does not stop. End it, then start again.`,
    );
}

function postmasterFile(dataDir: string): string[] {
  const file = join(dataDir, 'postmaster.pid');
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return []; // no server, or one that is just leaving
  }
}

async function ensureDatabase(maintenanceUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
