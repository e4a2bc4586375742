import { useCallback, useRef } from 'react';
import { problemOf } from './problem.ts';

type Intention = { body: string; key: string };

/** Whether the outcome is unknown, so that sending the same intention again must keep its key. */
function isUnanswered(failure: unknown): boolean {
  const { status, code } = problemOf(failure);
  return status === 0 || status >= 500 || code === 'idempotency.inFlight';
}

/**
 * Sends what a person wants with one Idempotency-Key for one intention: pressing the button again after a lost
 * answer keeps the key, so nothing is done twice; another body, or an answer, begins a new intention.
 */
export function useIntention(): <T>(body: unknown, send: (key: string) => Promise<T>) => Promise<T> {
  const pending = useRef<Intention | null>(null);
  return useCallback(async (body, send) => {
    const text = JSON.stringify(body);
    if (pending.current?.body !== text) pending.current = { body: text, key: crypto.randomUUID() };
    try {
      const answer = await send(pending.current.key);
      pending.current = null;
      return answer;
    } catch (failure) {
      if (!isUnanswered(failure)) pending.current = null;
      throw failure;
    }
  }, []);
}
