import {
  Link as MuiLink,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { When } from '../frame/When.tsx';
import { useText } from '../messages/use-text.ts';
import { BookableChip } from './BookableChip.tsx';
import { GaugeBar } from './GaugeBar.tsx';
import type { PerformanceRow } from './performance-record.ts';
import { useGauges } from './use-gauges.ts';

const shown = 200;

/** The performances of an event, in the order they are played. */
export function EventPerformances({ eventId }: { eventId: string }) {
  const text = useText();
  const label = useFieldLabel();
  const gauges = useGauges({ eventId });
  const { data, error, isPending } = useGetList<PerformanceRow>('performances', {
    filter: { eventId },
    pagination: { page: 1, perPage: shown },
    sort: { field: 'startsAt', order: 'ASC' },
  });
  if (error !== null) return <ProblemAlert failure={error} />;
  if (isPending) return <Skeleton variant="rounded" height={80} sx={{ m: 2 }} />;
  if (data.length === 0) {
    return (
      <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
        {text('settings.lists.performancesEmpty')}
      </Typography>
    );
  }
  return (
    <Table size="small" aria-label={text('settings.lists.performances')}>
      <TableHead>
        <TableRow>
          <TableCell>{label('startsAt')}</TableCell>
          <TableCell>{label('venueId')}</TableCell>
          <TableCell>{text('settings.calendar.column')}</TableCell>
          <TableCell>{label('state')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {data.map((performance) => (
          <TableRow key={performance.id}>
            <TableCell component="th" scope="row">
              <MuiLink component={Link} to={`/performances/${performance.id}/show`} sx={{ fontWeight: 650 }}>
                <When startsAt={performance.startsAt} timeZone={performance.timeZone} />
              </MuiLink>
            </TableCell>
            <TableCell>{performance.venueName}</TableCell>
            <TableCell>
              <GaugeBar gauge={gauges.get(performance.id)} />
            </TableCell>
            <TableCell>
              <BookableChip performance={performance} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
