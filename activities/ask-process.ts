import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { basename } from 'node:path';
import type { Problem } from './problem.ts';

/** A process of its own, what it may take, and how a "no" is told. */
export interface ProcessBounds {
  /** The module it runs. */
  module: URL;
  /** Memory it may take. */
  megabytes: number;
  /** Time it may take. */
  seconds: number;
  /** Told when it takes more. */
  tooMuch: Problem;
  /** Ends it when nobody waits for it any more. */
  signal?: AbortSignal;
}

/** What a process says as it fails, of which so much is kept. */
const longestWords = 2_000;

/**
 * What a process of its own answers to what it is given, its first message: whoever else is served goes on meanwhile, and
 * what is made to swell ends that process and nothing else. (A thread would not do: one that outgrows its memory in a single
 * step takes its process along.)
 * @throws as `withProcess`.
 */
export function askProcess(bounds: ProcessBounds, given: Serializable): Promise<unknown> {
  return withProcess(bounds, (child) => answerTo(child, given));
}

/** Says something to a process, and hears the next it says. */
export function answerTo<Answer = unknown>(child: ChildProcess, given: Serializable): Promise<Answer> {
  return new Promise((resolve) => {
    child.once('message', (answer: Answer) => resolve(answer));
    child.send(given);
  });
}

/**
 * Talks to a process, which ends with the talk. It knows nothing of ours: neither settings nor secrets.
 * @throws the Problem given for a process that takes too much memory or time, what it fails with, and the signal's reason.
 */
export async function withProcess<Answer>(
  { module, megabytes, seconds, tooMuch, signal }: ProcessBounds,
  talk: (child: ChildProcess) => Promise<Answer>,
): Promise<Answer> {
  signal?.throwIfAborted();
  const child = fork(module, [], {
    env: {},
    execArgv: [`--max-old-space-size=${megabytes}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced', // bytes, maps and sets go as they are
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-longestWords);
  });
  const ended = new AbortController();
  const cutShort = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(tooMuch), seconds * 1000);
    ended.signal.addEventListener('abort', () => clearTimeout(timer));
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: ended.signal });
    child.on('error', reject);
    // without room it is ended by a signal, its own or that of the system
    child.once('close', (code, killedBy) =>
      reject(
        killedBy === null
          ? new Error(`${basename(module.pathname)} ended with code ${code}: ${words}`)
          : tooMuch,
      ),
    );
  });
  try {
    return await Promise.race([talk(child), cutShort]);
  } finally {
    ended.abort();
    child.kill('SIGKILL');
  }
}
