import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from '../../bin/parts/console.ts';
import { freePort } from '../../bin/parts/free-port.ts';
import { ROOT, readSettings } from '../../bin/settings.ts';
import { startApi } from '../api/support/api.ts';
import { createDemoDatabase } from './database.ts';

/** The console with the demo, where people can sign in. */
export interface RunningDesk {
  url: string;
  /** Of everybody in the demo. */
  password: string;
  stop(): Promise<void>;
}

export const demoPassword = 'a password for the tests';

/** Api and console alone, on a copy of the demo: nothing leaves by mail, nothing falls due, and it is there in a second. */
export async function startDesk(): Promise<RunningDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-desk-'));
  const { consoleDir } = readSettings();
  const built = buildConsole({ root: ROOT, outDir: consoleDir, logFile: join(folder, 'console.log') });
  const [database, port] = await Promise.all([createDemoDatabase(demoPassword), freePort(), built]);
  const url = `http://localhost:${port}`;
  const api = await startApi(database.url, { port, publicUrl: url, consoleDir, demo: true });
  return {
    url,
    password: demoPassword,
    stop: async () => {
      await api.stop();
      await Promise.all([database.drop(), rm(folder, { recursive: true, force: true })]);
    },
  };
}
