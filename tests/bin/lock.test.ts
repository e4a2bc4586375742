import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { takeLock } from '../../bin/home/lock.ts';
import { processIdentity } from '../../bin/parts/process-info.ts';

describe('the lock of a home', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'placet-lock-'));
  });
  afterEach(() => rm(home, { recursive: true }));

  const write = (content: string) => writeFile(join(home, 'lock'), content);

  it('is taken once and free again when released', () => {
    const lock = takeLock(home);
    expect(takeLock(home)).toEqual({ heldBy: process.pid });
    if ('release' in lock) lock.release();
    expect(takeLock(home)).toHaveProperty('release');
  });

  it('is held by another process that runs', async () => {
    const pid = process.ppid;
    await write(JSON.stringify({ pid, identity: processIdentity(pid) }));
    expect(takeLock(home)).toEqual({ heldBy: pid });
  });

  it('is taken over from a process that is gone', async () => {
    const gone = spawn(process.execPath, ['--eval', '']);
    const identity = processIdentity(gone.pid!);
    await once(gone, 'exit');
    await write(JSON.stringify({ pid: gone.pid, identity }));
    expect(takeLock(home)).toHaveProperty('release');
    await expect(readFile(join(home, 'lock'), 'utf8')).resolves.toContain(String(process.pid));
  });

  it('is taken over when its process id now belongs to somebody else', async () => {
    await write(JSON.stringify({ pid: process.ppid, identity: `${process.ppid} of another life` }));
    expect(takeLock(home)).toHaveProperty('release');
  });

  it('is taken over when it is damaged', async () => {
    await write('{"pid":');
    expect(takeLock(home)).toHaveProperty('release');
  });
});
