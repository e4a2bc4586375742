import { migrate } from '../../database/migrate.ts';
import { openHome } from '../home/home.ts';
import { takeLock } from '../home/lock.ts';
import { livePart } from '../home/run-file.ts';
import { homeSecrets } from '../home/secrets.ts';
import { startPostgres } from '../parts/postgres.ts';
import type { Settings } from '../settings.ts';
import { DATABASE } from '../start/addresses.ts';

/**
 * Lets a command use the database of the home, as its owner: the one of DATABASE_URL, the one that runs, else the
 * embedded PostgreSQL is started, brought to the newest schema, and stopped again afterwards.
 * @throws when the home is being started or stopped at this moment.
 */
export async function withHomeDatabase<T>(
  settings: Settings,
  use: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const home = openHome(settings.home);
  const running = settings.databaseUrl ?? livePart(home.run, 'postgres')?.url ?? null;
  if (running !== null) return use(running);
  const lock = takeLock(home.folder);
  if ('heldBy' in lock) {
    throw new Error(
      `Process ${lock.heldBy} is just starting or stopping Placet on ${home.folder}. Try again when it has finished.`,
    );
  }
  try {
    const postgres = await startPostgres({
      dataDir: home.postgresData,
      logFile: home.logOf('postgres'),
      port: null,
      password: homeSecrets(home.folder, null).postgresPassword,
      database: DATABASE,
      durable: true,
    });
    try {
      await migrate(postgres.url);
      return await use(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    lock.release();
  }
}
