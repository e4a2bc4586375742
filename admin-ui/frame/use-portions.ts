import { useState } from 'react';

/** Rows shown at once: a table of thousands stays quick. */
const portion = 100;

/** How many rows of a long table are shown, and how many come next on demand. */
export function usePortions(total: number) {
  const [shown, setShown] = useState(portion);
  return {
    shown,
    hidden: Math.max(0, total - shown),
    /** Rows of the next portion; 0: all are shown. */
    next: Math.max(0, Math.min(portion, total - shown)),
    showMore: () => setShown(shown + portion),
    startAgain: () => setShown(portion),
  };
}
