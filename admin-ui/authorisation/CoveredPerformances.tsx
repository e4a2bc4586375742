import { Link as MuiLink } from '@mui/material';
import { useGetMany } from 'react-admin';
import { Link } from 'react-router';
import { pageOf } from '../frame/records/record-kind.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { usePerformanceText } from '../performances/use-performance-text.ts';
import { useRight } from '../provider/session.ts';

/** The performances a profile names, in the order they are played. */
export function CoveredPerformances({ ids }: { ids: readonly string[] }) {
  const text = useText();
  const told = usePerformanceText();
  const may = useRight('catalogue.performances:read');
  const { data = [] } = useGetMany<PerformanceRow>('performances', { ids: [...ids] }, { enabled: may });
  if (ids.length === 0) return text('rules.all');
  const known = data.flatMap((performance) => performance ?? []);
  return known
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
    .map((performance) => (
      <MuiLink
        key={performance.id}
        component={Link}
        to={pageOf('performances', performance.id)}
        sx={{ display: 'block' }}
      >
        {told(performance)}
      </MuiLink>
    ));
}
