import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { livePart, stopLeftovers, writeRun } from '../../bin/home/run-file.ts';
import { isAlive } from '../../bin/parts/process-info.ts';

describe('run.json', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'placet-run-'));
    file = join(folder, 'run.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const sleeper = async () => {
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(child, 'spawn');
    return { pid: child.pid!, child, exited: once(child, 'exit') };
  };

  it('tells where the parts are, to its owner only', async () => {
    writeRun(file, {
      url: 'http://localhost:3000',
      parts: { postgres: { pid: process.pid, port: 5, url: 'postgres://x' } },
    });
    expect(livePart(file, 'postgres')).toMatchObject({ pid: process.pid, port: 5, url: 'postgres://x' });
    expect(livePart(file, 'temporal')).toBeNull();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is not believed about a part that is gone', async () => {
    const { pid, child, exited } = await sleeper();
    writeRun(file, { url: 'http://localhost:3000', parts: { postgres: { pid, port: 5, url: null } } });
    child.kill('SIGKILL');
    await exited;
    expect(livePart(file, 'postgres')).toBeNull();
  });

  it('lets the next start end what a killed one left', async () => {
    const { pid, exited } = await sleeper();
    writeRun(file, { url: 'http://localhost:3000', parts: { temporal: { pid, port: 5, url: null } } });
    await stopLeftovers(file);
    await exited;
    expect(isAlive(pid)).toBe(false);
    expect(livePart(file, 'temporal')).toBeNull();
  });

  it('never ends a stranger who got the process id', async () => {
    const { pid, child, exited } = await sleeper();
    writeRun(file, { url: 'http://localhost:3000', parts: { temporal: { pid, port: 5, url: null } } });
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace(/"identity": "[^"]+"/, '"identity": "another"'),
    );
    await stopLeftovers(file);
    expect(isAlive(pid)).toBe(true);
    child.kill();
    await exited;
  });
});
