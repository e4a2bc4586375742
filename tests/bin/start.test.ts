import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { freePort } from '../../bin/parts/free-port.ts';
import { isAlive } from '../../bin/parts/process-info.ts';
import { waitUntil } from '../../bin/parts/wait-until.ts';
import { ROOT } from '../../bin/settings.ts';

const START_MS = 180_000;
const STOP_MS = 15_000;
const BACK_MS = 30_000;
const PASSWORD = 'a demo password';

const Run = z.object({
  parts: z.record(
    z.string(),
    z.object({ pid: z.number(), port: z.number().nullable(), url: z.string().nullable() }),
  ),
});

describe('npm start', () => {
  let home: string;
  let port: number;
  let npm: ChildProcess;
  let said: string[];

  const npmStart = () =>
    spawn('npm', ['start'], {
      cwd: ROOT,
      env: {
        ...process.env,
        PLACET_HOME: home,
        PORT: String(port),
        PLACET_DEMO_PASSWORD: PASSWORD,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const url = (path: string) => `http://127.0.0.1:${port}${path}`;
  const parts = async () => Run.parse(JSON.parse(await readFile(join(home, 'run.json'), 'utf8'))).parts;
  const isReady = async () => {
    const answer = await fetch(url('/readyz')).catch(() => null);
    return answer?.ok === true;
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'placet-home-'));
    await chmod(home, 0o711);
    port = await freePort();
    npm = npmStart();
    said = [];
    const complaints = text(npm.stderr!);
    for await (const line of createInterface({ input: npm.stdout! })) {
      said.push(line);
      if (line.startsWith('Placet is ready')) break;
    }
    npm.stdout?.resume();
    if (said.at(-1)?.startsWith('Placet is ready') !== true) throw new Error(await complaints);
  }, START_MS);
  afterAll(async () => {
    if (npm.exitCode === null && npm.signalCode === null) {
      npm.kill('SIGTERM');
      await once(npm, 'exit');
    }
    await rm(home, { recursive: true, force: true });
  }, STOP_MS);

  it('ends its start with the sign-ins and the address', () => {
    expect(said.at(-1)).toBe(`Placet is ready at http://localhost:${port}`);
    expect(said.join('\n')).toMatch(new RegExp(`${PASSWORD}.*operator@demo\\.test`, 's'));
  });

  it('serves the console, and lets the demo sign in', async () => {
    await expect(fetch(url('/')).then((answer) => answer.text())).resolves.toContain('<div id="root">');
    const signIn = await fetch(url('/api/session'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'placet' },
      body: JSON.stringify({ email: 'operator@demo.test', password: PASSWORD }),
    });
    expect(signIn.status).toBe(200);
  });

  it('tells in run.json where its parts are', async () => {
    expect(Object.keys(await parts()).sort()).toEqual(['api', 'postgres', 'smtp', 'temporal', 'worker']);
    for (const { pid } of Object.values(await parts())) expect(isAlive(pid)).toBe(true);
  });

  it(
    'refuses a second start on the same home',
    async () => {
      const second = npmStart();
      const [stderr, [code]] = await Promise.all([text(second.stderr!), once(second, 'exit')]);
      expect(stderr).toContain(`already runs on ${home}`);
      expect(code).toBe(1);
    },
    START_MS,
  );

  it(
    'starts again what ended, on the same ports',
    async () => {
      const before = await parts();
      for (const name of ['worker', 'temporal', 'postgres', 'api'])
        process.kill(before[name]!.pid, 'SIGKILL');
      const changed = async () => {
        const now = await parts();
        return ['worker', 'temporal', 'postgres', 'api'].every(
          (name) => (now[name]?.pid ?? 0) > 0 && now[name]?.pid !== before[name]?.pid,
        );
      };
      await expect(waitUntil(changed, { withinMs: BACK_MS, everyMs: 100 })).resolves.toBe(true);
      await expect(waitUntil(isReady, { withinMs: BACK_MS, everyMs: 100 })).resolves.toBe(true);
      const after = await parts();
      for (const [name, part] of Object.entries(before))
        expect(after[name]).toMatchObject({ port: part.port });
    },
    3 * BACK_MS,
  );

  it(
    'ends every part within 15 seconds when npm is told to end',
    async () => {
      const pids = Object.values(await parts()).map(({ pid }) => pid);
      const began = performance.now();
      npm.kill('SIGTERM');
      await once(npm, 'exit');
      await expect(waitUntil(() => !pids.some(isAlive), { withinMs: STOP_MS, everyMs: 50 })).resolves.toBe(
        true,
      );
      expect(performance.now() - began).toBeLessThan(STOP_MS);
      expect(existsSync(join(home, 'run.json'))).toBe(false);
    },
    2 * STOP_MS,
  );
});
