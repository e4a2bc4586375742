import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../bin/parts/free-port.ts';
import { type PostgresPart, startPostgres } from '../../../bin/parts/postgres.ts';
import { prepareService, type Service } from '../../../bin/services/service.ts';
import { environmentWith, ROOT } from '../../../bin/settings.ts';
import { migrate } from '../../../database/migrate.ts';
import { seedDemo } from '../../../migrations/seeders/demo.ts';

/** PostgreSQL of its own, the demo in it, and the api in its own process. */
export interface BenchStack {
  postgres: PostgresPart;
  api: Service;
  url: string;
  signIn: { email: string; password: string };
  stop(): Promise<void>;
}

/** Starts what a benchmark of the api needs, as durable as in production and without a worker. */
export async function startBenchStack(): Promise<BenchStack> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-bench-'));
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    port: null,
    password: 'bench',
    database: 'placet',
    durable: true,
  });
  const password = 'bench-password';
  await migrate(postgres.url);
  await seedDemo({ databaseUrl: postgres.url, demoPassword: password });
  const port = await freePort();
  const api = await prepareService({
    name: 'api',
    entry: join(ROOT, 'bin', 'api.ts'),
    logFile: join(folder, 'api.log'),
    graceMs: 10_000,
    env: environmentWith({
      PORT: String(port),
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      SESSION_SECRET: 'a secret of the benchmark, long enough',
      SECRETS_KEY: 'another secret of the benchmark, long enough',
      PLACET_DEMO: '1',
      LOG_LEVEL: 'warn',
    }),
  });
  await api.begin();
  return {
    postgres,
    api,
    url: `http://127.0.0.1:${port}`,
    signIn: { email: 'operator@demo.test', password },
    stop: async () => {
      await api.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
