import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the range from which operating systems take the ports of outgoing connections, so that nobody
 * slips in between the moment a port is found free and the moment a part listens on it.
 */
const LOWEST = 15_000;
const HIGHEST = 31_999;
const ATTEMPTS = 50;

/** A port of 127.0.0.1 on which nobody listens. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port was found on 127.0.0.1 between ${LOWEST} and ${HIGHEST}.`);
}

/** As many different free ports as asked. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
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
