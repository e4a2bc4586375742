import { Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router';
import { Section } from '../frame/Facts.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { HealthRecord } from './health-record.ts';

/** What time does next with options, the soonest first. */
export function NextDeadlines({ rows }: { rows: NonNullable<HealthRecord['deadlines']>['rows'] }) {
  const text = useText();
  const format = useFormat();
  return (
    <Section title={text('health.deadlines.next')} flush>
      {rows.length === 0 ? (
        <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
          {text('health.deadlines.none')}
        </Typography>
      ) : (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{text('health.deadlines.when')}</TableCell>
              <TableCell>{text('health.deadlines.option')}</TableCell>
              <TableCell>{text('health.deadlines.contact')}</TableCell>
              <TableCell>{text('health.deadlines.event')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ optionId, number, contactName, eventName, nextActionAt, timeZone }) => (
              <TableRow key={optionId}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <time dateTime={nextActionAt}>{format.instant(nextActionAt, timeZone)}</time>
                </TableCell>
                <TableCell>
                  <MuiLink component={Link} to={`/options/${optionId}/show`} sx={{ fontWeight: 650 }}>
                    {number}
                  </MuiLink>
                </TableCell>
                <TableCell>{contactName}</TableCell>
                <TableCell>{eventName}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
