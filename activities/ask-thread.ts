import { Worker } from 'node:worker_threads';
import type { Problem } from './problem.ts';

/** A thread, what it may take, and how a "no" is told. */
export interface ThreadBounds {
  /** The module it runs. */
  module: URL;
  /** Memory it may take. */
  megabytes: number;
  /** Time it may take. */
  seconds: number;
  /** Told when it takes more. */
  tooMuch: Problem;
  /** Copied over to it at its start. */
  given?: unknown;
  /** Ends it when nobody waits for it any more. */
  signal?: AbortSignal;
}

/**
 * What a thread of its own answers, the first message it sends: the event loop goes on meanwhile, and what is made to
 * swell ends that thread and nothing else. Null when the thread ends without a word.
 * @throws as `withThread`.
 */
export function askThread(bounds: ThreadBounds): Promise<unknown> {
  return withThread(
    bounds,
    (thread) =>
      new Promise<unknown>((resolve) => {
        thread.once('message', resolve);
        thread.once('exit', () => resolve(null));
      }),
  );
}

/**
 * Talks to a thread, which ends with the talk.
 * @throws the Problem given for a thread that takes too much memory or time, what the thread itself fails with, and the
 *   signal's reason.
 */
export async function withThread<Answer>(
  { module, given, megabytes, seconds, tooMuch, signal }: ThreadBounds,
  talk: (thread: Worker) => Promise<Answer>,
): Promise<Answer> {
  const thread = new Worker(module, {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stdout: true,
    stderr: true,
  });
  const ended = new AbortController();
  const cutShort = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(tooMuch), seconds * 1000);
    ended.signal.addEventListener('abort', () => clearTimeout(timer));
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: ended.signal });
    thread.once('error', (failure) => reject(isOutOfMemory(failure) ? tooMuch : failure));
  });
  try {
    return await Promise.race([talk(thread), cutShort]);
  } finally {
    ended.abort();
    await thread.terminate();
  }
}

function isOutOfMemory(failure: unknown): boolean {
  return (
    typeof failure === 'object' &&
    failure !== null &&
    'code' in failure &&
    failure.code === 'ERR_WORKER_OUT_OF_MEMORY'
  );
}
