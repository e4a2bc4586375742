import { useEffect } from 'react';
import { problemOf } from '../provider/problem.ts';

/** Whether a failure says that nobody is in any more. */
export function isGone(failure: unknown): boolean {
  return failure !== null && problemOf(failure).status === 401;
}

/** Tells when an answer says that the session has ended. */
export function useGone(failure: unknown, onGone: () => void): void {
  const gone = isGone(failure);
  useEffect(() => {
    if (gone) onGone();
  }, [gone, onGone]);
}
