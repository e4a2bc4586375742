import { type RefObject, useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

let arrivedAt: string | null = null;

/**
 * Has a new page begin at its heading: the keyboard and the screen reader stand there, and the page at its top, unless
 * one goes back to where one was. The first page of a visit begins as browsers do.
 */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const how = useNavigationType();
  useEffect(() => {
    const first = arrivedAt === null;
    if (arrivedAt === pathname) return;
    arrivedAt = pathname;
    if (first || document.querySelector('[role="dialog"]') !== null) return;
    if (how !== NavigationType.Pop) window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [pathname, how]);
  return heading;
}
