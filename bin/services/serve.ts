import { once } from 'node:events';
import { messageOf } from '../parts/errors.ts';
import { type Answer, BEGIN } from './messages.ts';

/** Something that runs until it is stopped. */
export type Served = { stop(): Promise<void> };

/**
 * Runs a service as this process: loads its code, begins at once or, when a starter has prepared us, at its word; ends in good
 * order on SIGTERM, SIGINT and when the starter is gone; the signal gives up a start that still waits for its surroundings. The exit code is 0 after a good end, else 1.
 */
export async function serve(load: () => Promise<(signal: AbortSignal) => Promise<Served>>): Promise<void> {
  const stopping = new AbortController();
  const ending = endAsked().then(() => stopping.abort());
  const word = process.send === undefined ? Promise.resolve(true) : beginSaid();
  try {
    const start = await load();
    if (!(await Promise.race([word, ending.then(() => false)]))) return exit(0);
    const served = await start(stopping.signal);
    tell({ ready: true });
    await ending;
    await served.stop();
    exit(0);
  } catch (error) {
    if (stopping.signal.aborted) return exit(0); // a start that was given up
    const message = messageOf(error);
    process.stderr.write(`${error instanceof Error ? (error.stack ?? message) : message}\n`);
    tell({ failed: message });
    exit(1);
  }
}

async function beginSaid(): Promise<boolean> {
  const [message]: unknown[] = await once(process, 'message');
  return message === BEGIN;
}

function endAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });
}

function tell(answer: Answer): void {
  if (process.connected) process.send?.(answer);
}

/** Not left to an empty event loop: a library's forgotten timer must not keep a stopped service alive. */
function exit(code: number): void {
  process.exit(code);
}
