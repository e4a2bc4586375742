import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../bin/parts/free-port.ts';
import { ROOT } from '../../bin/settings.ts';
import { bundleDir } from './bundle-dir.ts';
import { createDemoDatabase } from './database.ts';
import { demoPassword, type RunningDesk } from './running-desk.ts';

/** A whole Placet as a person starts it, with the demo, on a home of its own. */
export interface RunningPlacet extends RunningDesk {
  home: string;
  /** Runs `placet` with these arguments on its home; answers what it printed. */
  placet(...args: string[]): Promise<{ code: number | null; output: string }>;
}

/** Runs `npm start` until its ready line, on a copy of the demo that was seeded once for all. */
export async function startPlacet(): Promise<RunningPlacet> {
  const database = await createDemoDatabase(demoPassword);
  const home = await mkdtemp(join(tmpdir(), 'placet-running-'));
  await chmod(home, 0o711);
  await shareStories(home);
  const port = await freePort();
  const env = {
    ...process.env,
    PLACET_HOME: home,
    PORT: String(port),
    PLACET_DEMO_PASSWORD: demoPassword,
    DATABASE_URL: database.url,
    PLACET_DEMO: '1',
  };
  const launch = join(ROOT, 'bin', 'launch.mjs');
  const child = spawn(process.execPath, [launch, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  let ready = false;
  for await (const line of createInterface({ input: child.stdout })) {
    ready = line.startsWith('Placet is ready at ');
    if (ready) break;
  }
  if (!ready) throw new Error(`Placet did not start:\n${complaints.join('')}`);
  return {
    url: `http://localhost:${port}`,
    home,
    password: demoPassword,
    placet: async (...args) => {
      const run = spawn(process.execPath, [launch, 'placet', ...args], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const chunks: Buffer[] = [];
      run.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      const [code] = await once(run, 'close');
      return { code: typeof code === 'number' ? code : null, output: Buffer.concat(chunks).toString() };
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await Promise.all([rm(home, { recursive: true, force: true }), database.drop()]);
    },
  };
}

/** Stories are bundled once for all homes of a checkout. */
async function shareStories(home: string): Promise<void> {
  await mkdir(bundleDir, { recursive: true });
  await symlink(bundleDir, join(home, 'bundle'));
}
