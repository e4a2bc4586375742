import { ToneChip } from '../frame/ToneChip.tsx';
import { useNow } from '../frame/use-now.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from './performance-record.ts';

/** Whether a performance is cancelled, past, closed or open to options. */
export function BookableChip({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const past = Date.parse(performance.startsAt) <= useNow();
  if (performance.state === 'cancelled') {
    return <ToneChip tone="error" label={text('screens.performance.list.cancelled')} />;
  }
  if (past) return <ToneChip tone="neutral" label={text('screens.performance.list.past')} />;
  return performance.bookable ? (
    <ToneChip tone="success" label={text('screens.performance.list.open')} />
  ) : (
    <ToneChip tone="warning" label={text('screens.performance.list.closed')} />
  );
}
