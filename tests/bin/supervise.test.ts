import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAlive } from '../../bin/parts/process-info.ts';
import { type Running, type Supervised, supervise } from '../../bin/services/supervise.ts';

const PAUSES = { firstMs: 1, longestMs: 20 };

/** A part that is a real process: it lives until somebody ends it. */
async function startProcess(): Promise<Running> {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  await once(child, 'spawn');
  return {
    pid: child.pid!,
    port: 7,
    url: null,
    exited,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}

describe('a supervised part', () => {
  const changes = new EventEmitter();
  let part: Supervised | null = null;

  const watch = (start: (signal: AbortSignal) => Promise<Running>) => {
    part = supervise('part', start, { changed: () => changes.emit('change'), pauses: PAUSES });
    return part;
  };
  const until = async (fits: () => boolean) => {
    while (!fits()) await once(changes, 'change');
  };
  beforeEach(() => {
    part = null;
  });
  afterEach(() => part?.stop());

  it('is started again when it ends by itself', async () => {
    const supervised = watch(startProcess);
    await supervised.started;
    const first = supervised.address()!.pid;
    process.kill(first, 'SIGKILL');
    await until(() => (supervised.address()?.pid ?? first) !== first);
    expect(supervised.address()).toMatchObject({ port: 7 });
    expect(isAlive(first)).toBe(false);
  });

  it('is tried again and again when it cannot be started again', async () => {
    let starts = 0;
    const supervised = watch(async () => {
      starts += 1;
      if (starts > 1 && starts < 5) throw new Error('not yet');
      return startProcess();
    });
    await supervised.started;
    process.kill(supervised.address()!.pid, 'SIGKILL');
    await until(() => starts === 5 && supervised.address() !== null);
  });

  it('is not tried again when it cannot be started at all', async () => {
    let starts = 0;
    const supervised = watch(async () => {
      starts += 1;
      throw new Error('there is no such program');
    });
    await expect(supervised.started).rejects.toThrow('no such program');
    await supervised.stop();
    expect(starts).toBe(1);
  });

  it('stays stopped', async () => {
    const supervised = watch(startProcess);
    await supervised.started;
    const { pid } = supervised.address()!;
    await supervised.stop();
    expect(isAlive(pid)).toBe(false);
    expect(supervised.address()).toBeNull();
  });

  it('is told to give up when it is stopped while it starts', async () => {
    const supervised = watch(
      (signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('given up')))),
    );
    await supervised.stop();
    await expect(supervised.started).rejects.toThrow('given up');
  });

  it('is stopped also when it was just being started again', async () => {
    const starting = new EventEmitter();
    let starts = 0;
    let second: Running | null = null;
    const supervised = watch(async () => {
      starts += 1;
      const running = await startProcess();
      if (starts === 2) {
        second = running;
        starting.emit('second');
        await once(starting, 'go');
      }
      return running;
    });
    await supervised.started;
    const again = once(starting, 'second');
    process.kill(supervised.address()!.pid, 'SIGKILL');
    await again;
    const stopped = supervised.stop();
    starting.emit('go');
    await stopped;
    expect(isAlive(second!.pid)).toBe(false);
  });
});
