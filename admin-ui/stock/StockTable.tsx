import {
  Box,
  LinearProgress,
  Skeleton,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { Fragment } from 'react';
import { ColourDot } from '../frame/ColourDot.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import {
  type ContingentStock,
  isContingentStock,
  type RequestedStock,
} from '../performances/performance-record.ts';
import { useSeatCategories, useStock } from './use-stock.ts';

/** What is taken of a row, whatever took it. */
function takenOf(row: ContingentStock): number {
  return row.held + row.ordered + row.sold + row.blocked + row.allotted + row.recalling;
}

function FreeCell({ row }: { row: ContingentStock }) {
  const text = useText();
  const format = useFormat();
  const { limit, free } = row;
  const taken = takenOf(row);
  return (
    <Box sx={{ minWidth: { xs: 56, sm: 96 } }}>
      <Typography variant="body2" sx={{ fontWeight: 650, color: free < 0 ? 'error.main' : undefined }}>
        {free < 0 ? text('screens.stock.over', { count: format.number(-free) }) : format.number(free)}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={limit === 0 ? 0 : Math.min(100, (100 * taken) / limit)}
        color={free < 0 ? 'error' : 'primary'}
        aria-label={text('screens.stock.fill', { taken, limit })}
        sx={{ height: 5, borderRadius: 3, mt: 0.5 }}
      />
    </Box>
  );
}

const columns = ['capacity', 'held', 'ordered', 'sold'] as const;

/** What a narrow screen keeps. */
const always: readonly string[] = ['held', 'ordered'];
const wideOnly = { display: { xs: 'none', sm: 'table-cell' } };

/** The name of a category over its contingents, with what is asked for in it, whatever the contingent it will come from. */
function CategoryRow({
  colour,
  name,
  requested,
}: {
  colour: string | null;
  name: string;
  requested: number;
}) {
  const text = useText();
  return (
    <TableRow>
      <TableCell
        component="th"
        scope="rowgroup"
        colSpan={columns.length + 2}
        sx={{ bgcolor: 'action.hover' }}
      >
        <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <ColourDot colour={colour} />
          <Typography variant="subtitle2" component="span">
            {name}
          </Typography>
          <Typography variant="body2" component="span" color="text.secondary" sx={{ ml: 'auto' }}>
            {text('screens.stock.requestedIn', { smart_count: requested })}
          </Typography>
        </Stack>
      </TableCell>
    </TableRow>
  );
}

function ContingentRow({ row }: { row: ContingentStock }) {
  const format = useFormat();
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {row.contingentName}
      </TableCell>
      {columns.map((column) => (
        <TableCell key={column} align="right" sx={always.includes(column) ? undefined : wideOnly}>
          {format.number(row[column])}
        </TableCell>
      ))}
      <TableCell>
        <FreeCell row={row} />
      </TableCell>
    </TableRow>
  );
}

/** Held, ordered and free by contingent, under each seat category with what is only requested in it. */
export function StockTable({
  performanceId,
  venueId,
}: {
  performanceId: string;
  venueId: string | undefined;
}) {
  const text = useText();
  const { data = [], error, isPending } = useStock(performanceId);
  const { data: categories = [] } = useSeatCategories(venueId);
  const open = data.filter(isContingentStock);
  if (error !== null) return <ProblemAlert failure={error} />;
  if (isPending) return <Skeleton variant="rounded" height={140} sx={{ m: 2 }} />;
  if (open.length === 0) {
    return (
      <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
        {text('screens.stock.none')}
      </Typography>
    );
  }
  const byCategory = Map.groupBy(open, ({ seatCategoryId }) => seatCategoryId); // best first, as they are read
  const requestedIn = (id: string) =>
    data.find((row): row is RequestedStock => !isContingentStock(row) && row.seatCategoryId === id)
      ?.requested ?? 0;
  return (
    <Table size="small" aria-label={text('screens.stock.caption')}>
      <TableHead>
        <TableRow>
          <TableCell>{text('screens.stock.contingent')}</TableCell>
          {columns.map((column) => (
            <TableCell key={column} align="right" sx={always.includes(column) ? undefined : wideOnly}>
              {text(`screens.stock.${column}`)}
            </TableCell>
          ))}
          <TableCell>{text('screens.stock.free')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {[...byCategory].map(([id, rows]) => (
          <Fragment key={id}>
            <CategoryRow
              colour={categories.find((category) => category.id === id)?.colour ?? null}
              name={rows[0]?.seatCategoryName ?? ''}
              requested={requestedIn(id)}
            />
            {rows.map((row) => (
              <ContingentRow key={row.contingentId} row={row} />
            ))}
          </Fragment>
        ))}
      </TableBody>
    </Table>
  );
}
