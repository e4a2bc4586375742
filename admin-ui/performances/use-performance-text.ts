import { useCallback } from 'react';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from './performance-record.ts';

/** A performance in one line: event, then its time on the venue's clock, then the venue, and that it is cancelled. */
export function usePerformanceText(): (performance: PerformanceRow | undefined) => string {
  const format = useFormat();
  const text = useText();
  return useCallback(
    (performance) => {
      if (performance === undefined) return '';
      const { eventName, startsAt, timeZone, venueName, state } = performance;
      const told = `${eventName} – ${format.performance(startsAt, timeZone)} – ${venueName}`;
      return state === 'cancelled' ? `${told} – ${text('screens.performance.list.cancelled')}` : told;
    },
    [format, text],
  );
}
