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
import { useGetMany } from 'react-admin';
import { ColourDot } from '../frame/ColourDot.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { SeatCategory, StockRow } from '../performances/performance-record.ts';
import { useSeatCategories, useStock } from './use-stock.ts';

type Contingent = { id: string; name: string };

/** What is taken of a row, whatever took it. */
function takenOf(row: StockRow): number {
  return (
    (row.held ?? 0) +
    (row.ordered ?? 0) +
    (row.sold ?? 0) +
    (row.blocked ?? 0) +
    (row.allotted ?? 0) +
    (row.recalling ?? 0)
  );
}

function FreeCell({ row }: { row: StockRow }) {
  const text = useText();
  const format = useFormat();
  const limit = row.limit ?? 0;
  const taken = takenOf(row);
  const over = taken - limit;
  return (
    <Box sx={{ minWidth: { xs: 56, sm: 96 } }}>
      <Typography variant="body2" sx={{ fontWeight: 650, color: over > 0 ? 'error.main' : undefined }}>
        {over > 0 ? text('screens.stock.over', { count: format.number(over) }) : format.number(row.free ?? 0)}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={limit === 0 ? 0 : Math.min(100, (100 * taken) / limit)}
        color={over > 0 ? 'error' : 'primary'}
        aria-label={text('screens.stock.fill', { taken, limit })}
        sx={{ height: 5, borderRadius: 3, mt: 0.5 }}
      />
    </Box>
  );
}

function useNames(rows: readonly StockRow[], venueId: string | undefined) {
  const { data: categories = [] } = useSeatCategories(venueId);
  const ids = [...new Set(rows.map(({ contingentId }) => contingentId).filter((id) => id !== null))];
  const unnamed = rows.some((row) => row.contingentId !== null && typeof row.contingentName !== 'string');
  const { data: contingents = [] } = useGetMany<Contingent>(
    'contingents',
    { ids },
    { enabled: unnamed && ids.length > 0 },
  );
  return {
    category: (id: string): SeatCategory | undefined => categories.find((category) => category.id === id),
    contingent: (row: StockRow): string =>
      row.contingentName ?? contingents.find((known) => known?.id === row.contingentId)?.name ?? '—',
    rank: (id: string): number =>
      categories.find((category) => category.id === id)?.rank ?? Number.MAX_SAFE_INTEGER,
  };
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
  const open = data.filter(({ contingentId }) => contingentId !== null);
  const { category, contingent, rank } = useNames(open, venueId);
  if (error !== null) return <ProblemAlert failure={error} />;
  if (isPending) return <Skeleton variant="rounded" height={140} sx={{ m: 2 }} />;
  if (open.length === 0) {
    return (
      <Typography color="text.secondary" sx={{ px: 2, pb: 2 }}>
        {text('screens.stock.none')}
      </Typography>
    );
  }
  const requestedIn = (id: string) =>
    data.find((row) => row.contingentId === null && row.seatCategoryId === id)?.requested ?? 0;
  const rows = open.toSorted((one, other) => rank(one.seatCategoryId) - rank(other.seatCategoryId));
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
          const known = category(row.seatCategoryId);
          return (
            <TableRow key={`${row.contingentId} ${row.seatCategoryId}`}>
              <TableCell component="th" scope="row">
                <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                  <ColourDot colour={known?.colour ?? null} />
                  <span>
                    {known?.name ?? known?.code ?? '—'}
                    <Typography
                      variant="caption"
                      color="text.secondary"
                      sx={{ display: { sm: 'none' } }}
                      component="div"
                    >
                      {contingent(row)}
                    </Typography>
                  </span>
                </Stack>
              </TableCell>
              <TableCell sx={wideOnly}>{contingent(row)}</TableCell>
              {columns.map((column) => (
                <TableCell key={column} align="right" sx={always.includes(column) ? undefined : wideOnly}>
                  {format.number(
                    column === 'requested' ? requestedIn(row.seatCategoryId) : (row[column] ?? 0),
                  )}
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
