import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type PostgresPart, startPostgres } from '../../bin/parts/postgres.ts';
import { migrate } from '../../database/migrate.ts';
import { makeTestFolder, noteRunning, removeLeftovers } from './test-folder.ts';

/** The database that every test database is a copy of. */
export const TEMPLATE = 'placet_template';

let running: { part: PostgresPart; folder: string } | null = null;

/** Starts the run's PostgreSQL, which survives no crash of the machine and is quick for it. Answers the template's address. */
export async function startTestPostgres(): Promise<string> {
  await removeLeftovers();
  const folder = await makeTestFolder();
  const part = await startPostgres({
    dataDir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    port: null,
    password: 'test',
    database: TEMPLATE,
    durable: false,
  });
  noteRunning(folder, part.pid);
  running = { part, folder };
  await migrate(part.url);
  return part.url;
}

export async function stopTestPostgres(): Promise<void> {
  if (running === null) return;
  await running.part.stop();
  await rm(running.part.dataDir, { recursive: true, force: true });
  await rm(running.folder, { recursive: true, force: true });
}
