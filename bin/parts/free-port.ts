import { randomInt } from 'node:crypto';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { hasCode } from './errors.ts';

/**
 * Below the range from which operating systems take the ports of outgoing connections, so that nobody
 * slips in between the moment a port is found free and the moment a part listens on it.
 */
const LOWEST = 15_000;
const HIGHEST = 31_999;
const ATTEMPTS = 50;
/** Longer than any part needs from the choice of its port until it listens. */
const SET_ASIDE_MS = 120_000;

/** A port of 127.0.0.1 on which nobody listens, set aside for two minutes: nobody else who asks here is given it meanwhile. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    if ((await setAside(port)) && (await isFree(port))) return port;
  }
  throw new Error(`No free port was found on 127.0.0.1 between ${LOWEST} and ${HIGHEST}.`);
}

/** As many different free ports as asked, none of them `taken`. */
export async function freePorts(count: number, taken?: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = await freePort();
    if (port !== taken) ports.add(port);
  }
  return [...ports];
}

/** Whether nobody listens on this port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Puts a mark beside the marks of every other process of this account; false when another has put it a moment ago. */
async function setAside(port: number): Promise<boolean> {
  const folder = join(tmpdir(), `placet-ports-${userInfo().username}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mark = join(folder, String(port));
  try {
    await (await open(mark, 'wx')).close();
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  const { mtimeMs } = await stat(mark).catch(() => ({ mtimeMs: Number.NaN }));
  if (Date.now() - mtimeMs > SET_ASIDE_MS) await rm(mark, { force: true });
  return false;
}
