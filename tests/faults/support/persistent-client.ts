import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

const Problem = z.object({ code: z.string() });

/** A final answer: done, or a clear no. */
export type Reply = { status: number; body: unknown };

const ANSWER_MS = 10_000;
const PATIENCE_MS = 120_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/** A signed-in client of the api that asks until it is answered, as clients of an unreliable network do. */
export type PersistentClient = {
  /**
   * Sends a write under one key. No connection, no answer in time, 502, 503, 504 and 409 `idempotency.inFlight` are no
   * answers: the same again, under the same key.
   * @throws when there was no answer for two minutes.
   */
  write(path: string, key: string, body: unknown): Promise<Reply>;
};

export async function signIn(
  url: string,
  credentials: { email: string; password: string },
): Promise<PersistentClient> {
  const opened = await fetch(new URL('/api/session', url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'placet' },
    body: JSON.stringify(credentials),
  });
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0];
  if (!opened.ok || cookie === undefined) throw new Error(`The sign-in was answered ${opened.status}.`);
  return {
    write: async (path, key, body) => {
      const end = performance.now() + PATIENCE_MS;
      let pause = FIRST_PAUSE_MS;
      while (performance.now() < end) {
        const reply = await attempt(url, cookie, path, key, body);
        if (reply !== null) return reply;
        await delay(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
      throw new Error(`${path} (${key}) was not answered for two minutes.`);
    },
  };
}

async function attempt(
  url: string,
  cookie: string,
  path: string,
  key: string,
  body: unknown,
): Promise<Reply | null> {
  try {
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Requested-With': 'placet',
        'Idempotency-Key': key,
        Cookie: cookie,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const reply = { status: response.status, body: await response.json() };
    return isAnswer(reply) ? reply : null;
  } catch {
    return null;
  }
}

function isAnswer({ status, body }: Reply): boolean {
  if (status === 502 || status === 503 || status === 504) return false;
  return status !== 409 || codeOf(body) !== 'idempotency.inFlight';
}

/** The stable code of a problem. */
export function codeOf(body: unknown): string | null {
  return Problem.safeParse(body).data?.code ?? null;
}
