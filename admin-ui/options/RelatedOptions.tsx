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
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { When } from '../frame/When.tsx';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { DueDate } from './DueDate.tsx';
import { awaitsConfirmation, type OptionRow } from './option-record.ts';
import { StateChip } from './StateChip.tsx';

const shown = 10;
/** On a contact's page, beside its history, the due date has room on wide screens only. */
const dueShown = {
  contact: { display: { xs: 'none', sm: 'table-cell' } },
  performance: { display: { xs: 'none', xl: 'table-cell' } },
};

/** The latest options of a contact or on a performance, inside that record's page. */
export function RelatedOptions({
  title,
  empty,
  filter,
  subject,
}: {
  title: string;
  empty: string;
  filter: { contactId: string } | { performanceId: string } | { bookingFileId: string };
  /** What the rows tell apart: the contact's page lists performances, the performance's page lists contacts. */
  subject: 'contact' | 'performance';
}) {
  const text = useText();
  const mayRead = useRight('options.seats.requests:read');
  const { data, error, isPending, total } = useGetList<OptionRow>(
    'options',
    { filter, pagination: { page: 1, perPage: shown }, sort: { field: 'number', order: 'DESC' } },
    { enabled: mayRead },
  );
  if (!mayRead) return null;
  const all = (total ?? 0) > shown && (
    <MuiLink component={Link} to={`/options?filter=${encodeURIComponent(JSON.stringify(filter))}`}>
      {text('options.list.all')}
    </MuiLink>
  );
  return (
    <Section title={title} action={all} flush>
      {error !== null && <ProblemAlert failure={error} />}
      {isPending && <Skeleton variant="rounded" height={80} sx={{ m: 2 }} />}
      {data?.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
          {empty}
        </Typography>
      )}
      {data !== undefined && data.length > 0 && (
        <Table size="small" aria-label={title}>
          <TableHead>
            <TableRow>
              <TableCell>{text('resources.options.fields.number')}</TableCell>
              <TableCell>
                {text(
                  subject === 'contact'
                    ? 'resources.options.fields.contactName'
                    : 'resources.options.fields.startsAt',
                )}
              </TableCell>
              <TableCell>{text('resources.options.fields.state')}</TableCell>
              <TableCell sx={dueShown[subject]}>
                {text('resources.options.fields.confirmationDueAt')}
              </TableCell>
              <TableCell align="right">{text('options.list.short.quantity')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map((option) => (
              <TableRow key={option.id}>
                <TableCell>
                  <MuiLink component={Link} to={`/options/${option.id}/show`} sx={{ fontWeight: 650 }}>
                    {option.number}
                  </MuiLink>
                </TableCell>
                <TableCell>
                  {subject === 'contact' ? (
                    option.contactName
                  ) : (
                    <>
                      {`${option.eventName} – `}
                      <When startsAt={option.startsAt} timeZone={option.timeZone} />
                    </>
                  )}
                </TableCell>
                <TableCell>
                  <StateChip state={option.state} />
                </TableCell>
                <TableCell sx={dueShown[subject]}>
                  <DueDate
                    dueAt={option.confirmationDueAt}
                    timeZone={option.timeZone}
                    running={awaitsConfirmation(option)}
                  />
                </TableCell>
                <TableCell align="right">{`${option.placedQuantity} / ${option.requestedQuantity}`}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
