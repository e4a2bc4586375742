import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askProcess, type ProcessBounds } from '../../activities/ask-process.ts';
import { Problem } from '../../activities/problem.ts';

const tooMuch = new Problem('import.tooLarge');

describe('a process of its own', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'placet-process-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const running = async (code: string, more: Partial<ProcessBounds> = {}): Promise<ProcessBounds> => {
    const file = join(folder, `${Math.random()}.mjs`);
    await writeFile(file, `process.on('message', (given) => {\n${code}\n});`);
    return { module: pathToFileURL(file), megabytes: 64, seconds: 30, tooMuch, ...more };
  };

  it('answers bytes and maps as they are', async () => {
    const given = { bytes: Uint8Array.of(0, 255), map: new Map([['a', new Set([1])]]) };
    expect(await askProcess(await running('process.send(given)'), given)).toEqual(given);
  });

  it('knows nothing of what is set for us', async () => {
    expect(await askProcess(await running('process.send({ ...process.env })'), 'x')).toEqual({});
  });

  it.each([
    ['little by little', 'const all = []; for (;;) all.push(new Array(1000).fill(given));'],
    ['in one step', 'const all = []; for (;;) all.push(new Array(30_000_000).fill(given));'],
  ])('ends alone when it takes too much memory, %s', async (_how, code) => {
    await expect(askProcess(await running(code), 'x')).rejects.toBe(tooMuch);
  });

  it('ends when its time is over', async () => {
    await expect(askProcess(await running('for (;;);', { seconds: 0.3 }), 'x')).rejects.toBe(tooMuch);
  });

  it('ends when nobody waits for it any more', async () => {
    const leave = new AbortController();
    const asked = askProcess(await running('for (;;);', { signal: leave.signal }), 'x');
    leave.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
    await expect(askProcess(await running('', { signal: leave.signal }), 'x')).rejects.toThrow('left');
  });

  it('tells what it fails with', async () => {
    await expect(askProcess(await running('throw new RangeError("of its own")'), 'x')).rejects.toThrow(
      /ended with code 1: [\s\S]*RangeError: of its own/,
    );
  });
});
