import { Worker } from 'node:worker_threads';
import type { Problem } from './problem.ts';

/** What a thread is given, what it may take, and how a "no" is told. */
export interface ThreadCall {
  /** The module it runs. */
  module: URL;
  /** Copied over to it. */
  given: unknown;
  /** Memory it may take. */
  megabytes: number;
  /** Time it may take. */
  seconds: number;
  /** Told when it takes more. */
  tooMuch: Problem;
}

/**
 * What a thread of its own answers, the first message it sends: the event loop goes on meanwhile, and what is made to
 * swell ends that thread and nothing else. Null when the thread ends without a word.
 * @throws the Problem given for one that takes too much memory or time, and what the thread itself fails with.
 */
export async function askThread({
  module,
  given,
  megabytes,
  seconds,
  tooMuch,
}: ThreadCall): Promise<unknown> {
  const worker = new Worker(module, {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stdout: true,
    stderr: true,
  });
  const late = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(tooMuch), seconds * 1000);
    worker.once('exit', () => clearTimeout(timer));
  });
  const answer = new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (failure) => reject(isOutOfMemory(failure) ? tooMuch : failure));
    worker.once('exit', () => resolve(null));
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    await worker.terminate();
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
