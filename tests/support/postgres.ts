import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresPart, startPostgres, stopLeftoverPostgres } from '../../bin/parts/postgres.ts';
import { isAlive } from '../../bin/parts/process-info.ts';
import { migrate } from '../../database/migrate.ts';

/** The database that every test database is a copy of. */
export const TEMPLATE = 'placet_template';

const FOLDER = 'placet-test-';

let running: { part: PostgresPart; folder: string } | null = null;

/** Starts the run's PostgreSQL, which survives no crash of the machine and is quick for it. Answers the template's address. */
export async function startTestPostgres(): Promise<string> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`));
  await chmod(folder, 0o711); // as root the server runs as another user, who must get through
  const part = await startPostgres({
    dataDir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    port: null,
    password: 'test',
    database: TEMPLATE,
    durable: false,
  });
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

/** A run that was killed could not tidy up: its server is stopped and its folder removed by the next one. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER) ? Number(name.slice(FOLDER.length).split('-')[0]) : null;
    if (pid === null || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    await stopLeftoverPostgres(join(folder, 'postgres'));
    await rm(folder, { recursive: true, force: true });
  }
}
