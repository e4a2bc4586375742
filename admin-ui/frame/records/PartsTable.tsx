import AddIcon from '@mui/icons-material/Add';
import {
  Button,
  Link as MuiLink,
  Skeleton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import type { ReactNode } from 'react';
import { type SortPayload, useGetList } from 'react-admin';
import { Link } from 'react-router';
import { resourceRight } from '../../../rules/organisation/resource-rights.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import { Section } from '../Facts.tsx';
import { ProblemAlert } from '../ProblemAlert.tsx';
import { pageOf, type RecordKind, type SettingRecord } from './record-kind.ts';
import { useFieldLabel } from './use-record-text.ts';

export type PartColumn<R> = { label: string; render: (record: R) => ReactNode; wideOnly?: boolean };

export type PartsTableProps<R> = {
  kind: RecordKind<R>;
  title: string;
  empty: string;
  filter: Readonly<Record<string, string>>;
  /** What a new part starts with, besides the filter. */
  defaults?: Readonly<Record<string, string>>;
  columns: readonly PartColumn<R>[];
  sort?: SortPayload;
  /** Something before the name, such as a colour. */
  before?: (record: R) => ReactNode;
  /** A last cell of buttons for each row; gets all rows in their order. */
  rowActions?: (record: R, rows: readonly R[]) => ReactNode;
};

const shown = 100;
const wide = { display: { xs: 'none', sm: 'table-cell' } };

function Rows<R extends SettingRecord>(props: PartsTableProps<R> & { rows: readonly R[] }) {
  const { kind, title, columns, before, rowActions, rows } = props;
  const format = useFormat();
  const label = useFieldLabel();
  return (
    <Table size="small" aria-label={title}>
      <TableHead>
        <TableRow>
          <TableCell>{label('name')}</TableCell>
          {columns.map((column) => (
            <TableCell key={column.label} sx={column.wideOnly === true ? wide : {}}>
              {column.label}
            </TableCell>
          ))}
          {rowActions !== undefined && <TableCell />}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((record) => (
          <TableRow key={record.id}>
            <TableCell component="th" scope="row">
              {before?.(record)}
              <MuiLink component={Link} to={pageOf(kind.resource, record.id)} sx={{ fontWeight: 650 }}>
                {kind.name(record, format)}
              </MuiLink>
            </TableCell>
            {columns.map((column) => (
              <TableCell key={column.label} sx={column.wideOnly === true ? wide : {}}>
                {column.render(record)}
              </TableCell>
            ))}
            {rowActions !== undefined && (
              <TableCell align="right" sx={{ whiteSpace: 'nowrap', py: 0 }}>
                {rowActions(record, rows)}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** The parts of a record on its page, and a new one. */
export function PartsTable<R extends SettingRecord>(props: PartsTableProps<R>) {
  const { kind, title, empty, filter, defaults = {}, sort = { field: 'name', order: 'ASC' } } = props;
  const text = useText();
  const mayRead = useRight(resourceRight(kind.resource, 'read'));
  const mayCreate = useRight(resourceRight(kind.resource, 'create'));
  const { data, error, isPending, total } = useGetList<R>(
    kind.resource,
    { filter, pagination: { page: 1, perPage: shown }, sort },
    { enabled: mayRead },
  );
  if (!mayRead) return null;
  const query = new URLSearchParams({ ...defaults, ...filter });
  const add = mayCreate && (
    <Button component={Link} to={`/${kind.resource}/create?${query}`} size="small" startIcon={<AddIcon />}>
      {text(`settings.kinds.${kind.words}.create`)}
    </Button>
  );
  return (
    <Section title={title} action={add} flush>
      {error !== null && <ProblemAlert failure={error} />}
      {isPending && <Skeleton variant="rounded" height={80} sx={{ m: 2 }} />}
      {data?.length === 0 && (
        <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
          {empty}
        </Typography>
      )}
      {data !== undefined && data.length > 0 && <Rows<R> {...props} rows={data} />}
      {(total ?? 0) > shown && (
        <Typography sx={{ px: 2, py: 1 }}>
          <MuiLink
            component={Link}
            to={`${kind.list.to}?filter=${encodeURIComponent(JSON.stringify(filter))}`}
          >
            {text('settings.lists.all', { count: total ?? 0 })}
          </MuiLink>
        </Typography>
      )}
    </Section>
  );
}
