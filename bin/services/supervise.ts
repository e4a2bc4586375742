import { setTimeout as delay } from 'node:timers/promises';
import type { PartAddress } from '../home/run-file.ts';
import { messageOf } from '../parts/errors.ts';
import { say } from '../parts/progress.ts';

/** A part that runs now. */
export type Running = PartAddress & { exited: Promise<unknown>; stop(): Promise<void> };

/** A part that is kept running. */
export type Supervised = {
  /** Resolves when it runs for the first time; rejects when it cannot be started, and then it is not tried again. */
  started: Promise<void>;
  /** null: it does not run at the moment. */
  address(): PartAddress | null;
  stop(): Promise<void>;
};

export type Pauses = { firstMs: number; longestMs: number };

const PAUSES: Pauses = { firstMs: 100, longestMs: 10_000 };

/**
 * Keeps a part running: when it ends by itself it is started again, at first at once, then after pauses that double
 * as long as it does not stay up for as long as the longest pause. The signal it is started with ends it, also while it is still starting.
 */
export function supervise(
  name: string,
  start: (signal: AbortSignal) => Promise<Running>,
  { changed, pauses = PAUSES }: { changed: () => void; pauses?: Pauses },
): Supervised {
  const stopping = new AbortController();
  let running: Running | null = null;

  const run = async (): Promise<void> => {
    running = await start(stopping.signal);
    changed();
  };

  const keep = async (): Promise<void> => {
    let pauseMs = pauses.firstMs;
    while (!stopping.signal.aborted) {
      const began = performance.now();
      await running?.exited;
      running = null;
      changed();
      if (stopping.signal.aborted) return;
      if (performance.now() - began > pauses.longestMs) pauseMs = pauses.firstMs;
      say(`${name} has ended and is started again.`);
      await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, pauses.longestMs);
      if (stopping.signal.aborted) return;
      await run().catch((error: unknown) => say(messageOf(error)));
    }
  };

  const started = run();
  const life = started.then(keep, () => undefined);
  return {
    started,
    address: () => running && { pid: running.pid, port: running.port, url: running.url },
    stop: async () => {
      stopping.abort();
      await started.catch(() => undefined);
      await running?.stop();
      await life;
      await running?.stop(); // it was just being started again
    },
  };
}
