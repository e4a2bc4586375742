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
import { ColourDot } from '../frame/ColourDot.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type ContingentStock, isContingentStock } from '../performances/performance-record.ts';
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

const columns = ['capacity', 'requested', 'held', 'ordered', 'sold'] as const;

/** What a narrow screen keeps. */
const always: readonly string[] = ['held', 'ordered'];
const wideOnly = { display: { xs: 'none', sm: 'table-cell' } };

/** Held, ordered and free, by seat category and contingent; what is only requested stands beside. */
export function StockTable({
  performanceId,
  venueId,
}: {
  performanceId: string;
  venueId: string | undefined;
}) {
  const text = useText();
  const format = useFormat();
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
  const categoryOf = (id: string) => categories.find((category) => category.id === id);
  const rankOf = ({ seatCategoryId }: ContingentStock) =>
    categoryOf(seatCategoryId)?.rank ?? Number.MAX_SAFE_INTEGER;
  const requestedIn = (id: string) =>
    data.find((row) => !isContingentStock(row) && row.seatCategoryId === id);
  const cell = (row: ContingentStock, column: (typeof columns)[number]): number => {
    if (column !== 'requested') return row[column];
    const requested = requestedIn(row.seatCategoryId);
    return requested === undefined || isContingentStock(requested) ? 0 : requested.requested;
  };
  const rows = open.toSorted((one, other) => rankOf(one) - rankOf(other));
  return (
    <Table size="small" aria-label={text('screens.stock.caption')}>
      <TableHead>
        <TableRow>
          <TableCell>{text('screens.stock.category')}</TableCell>
          <TableCell sx={wideOnly}>{text('screens.stock.contingent')}</TableCell>
          {columns.map((column) => (
            <TableCell key={column} align="right" sx={always.includes(column) ? undefined : wideOnly}>
              {text(`screens.stock.${column}`)}
            </TableCell>
          ))}
          <TableCell>{text('screens.stock.free')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => {
          const known = categoryOf(row.seatCategoryId);
          return (
            <TableRow key={`${row.contingentId} ${row.seatCategoryId}`}>
              <TableCell component="th" scope="row">
                <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                  <ColourDot colour={known?.colour ?? null} />
                  <span>
                    {known === undefined ? row.seatCategoryName : format.name(known)}
                    <Typography
                      variant="caption"
                      color="text.secondary"
                      sx={{ display: { sm: 'none' } }}
                      component="div"
                    >
                      {row.contingentName}
                    </Typography>
                  </span>
                </Stack>
              </TableCell>
              <TableCell sx={wideOnly}>{row.contingentName}</TableCell>
              {columns.map((column) => (
                <TableCell key={column} align="right" sx={always.includes(column) ? undefined : wideOnly}>
                  {format.number(cell(row, column))}
                </TableCell>
              ))}
              <TableCell>
                <FreeCell row={row} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
