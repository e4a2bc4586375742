import { useCallback } from 'react';
import { useFormat } from '../messages/use-format.ts';
import type { PerformanceRow } from './performance-record.ts';

/** A performance in one line: event, then its time on the venue's clock, then the venue. */
export function usePerformanceText(): (performance: PerformanceRow | undefined) => string {
  const format = useFormat();
  return useCallback(
    (performance) => {
      if (performance === undefined) return '';
      const { eventName, startsAt, timeZone, venueName } = performance;
      return `${eventName} – ${format.performance(startsAt, timeZone)} – ${venueName}`;
    },
    [format],
  );
}
