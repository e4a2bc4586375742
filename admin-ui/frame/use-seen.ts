import { type RefObject, useEffect, useRef } from 'react';

/** Brings something that has just appeared into view, such as a refusal under a long form. */
export function useSeen<E extends HTMLElement>(what: unknown): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (what !== null && what !== undefined) element.current?.scrollIntoView({ block: 'nearest' });
  }, [what]);
  return element;
}
