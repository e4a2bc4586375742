import { createServer, type Server } from 'node:http';
import pg from 'pg';
import { pino } from 'pino';
import { openVault } from '../activities/organisation/second-factor/vault.ts';
import { openDatabase } from '../database/database.ts';
import { applicationRole } from '../database/orm.config.ts';
import { createApp } from './app.ts';
import { accessGuard } from './contact-space/access-guard.ts';
import { codeGuard } from './http/code-guard.ts';
import { startMetrics } from './http/metrics.ts';
import { openSessionStore } from './http/session-store.ts';
import { signInGuard } from './http/sign-in-guard.ts';
import { allRoutes } from './routes.ts';
import { openIssuer } from './session/issuer.ts';
import type { ApiSettings } from './settings.ts';

export type { ApiSettings } from './settings.ts';

/**
 * Connections for verbs and reads, and a few for sessions, so that neither waits for the other. More of them make
 * placements slower: the processors then change between more processes of PostgreSQL than they can run.
 */
const connections = 8;
const sessionConnections = 2;
/** Requests under way when the api is told to stop have this long to end. */
const patienceMs = 10_000;

/** A running api. */
export interface RunningApi {
  url: string;
  /** Takes no more requests, lets those under way end within 10 s, closes its connections. */
  stop(): Promise<void>;
}

/** Starts the api: opens the database, builds the doors, listens. Fails when the database does not answer. */
export async function start(settings: ApiSettings): Promise<RunningApi> {
  const log = pino({ level: settings.logLevel, base: { part: 'api' } });
  const database = await openDatabase({
    databaseUrl: settings.databaseUrl,
    as: 'application',
    poolSize: connections,
  });
  const pool = sessionPool(settings.databaseUrl);
  pool.on('error', (error) => log.error({ err: error }, 'a session connection was lost'));
  const sessions = openSessionStore(settings, pool, (error) =>
    log.error({ err: error }, 'the session store failed'),
  );
  const metrics = startMetrics(database, () => ({
    open: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }));
  const routes = allRoutes({
    demo: settings.demo,
    guard: signInGuard(pool),
    codes: codeGuard(pool),
    vault: openVault(settings.secretsKey),
    issuer:
      settings.issuer === null
        ? null
        : openIssuer(settings.issuer, settings.publicUrl, (error) => log.warn({ err: error }, 'the issuer')),
    temporalAddress: settings.temporalAddress,
    publicUrl: settings.publicUrl,
    accessGuard: accessGuard(pool),
  });
  const app = createApp(settings, { database, sessions, metrics, log }, routes);
  // 1,000 ids in a filter take 45 kB of address
  const server = createServer(
    { maxHeaderSize: 64 * 1024, keepAliveTimeout: 65_000, requestTimeout: 60_000 },
    app,
  );
  const port = await listen(server, settings);
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    stop: async () => {
      await drain(server);
      await sessions.close();
      await pool.end();
      await database.close();
    },
  };
}

function sessionPool(databaseUrl: string): pg.Pool {
  return new pg.Pool({
    connectionString: databaseUrl,
    max: sessionConnections,
    options: `-c role=${applicationRole} -c TimeZone=UTC -c plan_cache_mode=force_generic_plan`, // one question, always the same
    application_name: 'placet sessions',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
}

function listen(server: Server, { host, port }: ApiSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Connections that end their request are let go at once; those still busy after our patience are cut. */
async function drain(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), patienceMs);
  await ended;
  clearInterval(idle);
  clearTimeout(late);
}
