import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopLeftovers, writeRun } from '../../bin/home/run-file.ts';
import { isAlive } from '../../bin/parts/process-info.ts';

const PREFIX = 'placet-test-';

/** A folder of this process's own for a server that it starts. */
export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await chmod(folder, 0o711); // as root PostgreSQL runs as another user, who must get through
  return folder;
}

/** Notes what runs in a test folder, for the case that this process is killed. */
export function noteRunning(folder: string, pid: number): void {
  writeRun(join(folder, 'run.json'), { url: '', parts: { server: { pid, port: null, url: null } } });
}

/** A run that was killed could not tidy up: its servers are ended and its folders removed by the next one. */
export async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : null;
    if (pid === null || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    await stopLeftovers(join(folder, 'run.json'));
    await rm(folder, { recursive: true, force: true });
  }
}
