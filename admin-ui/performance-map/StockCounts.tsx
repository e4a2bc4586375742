import {
  Box,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { Fragment, useState } from 'react';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type ContingentStock, isContingentStock } from '../performances/performance-record.ts';
import { SeatSwatch } from '../seat-map/SeatSwatch.tsx';
import { useStock } from '../stock/use-stock.ts';
import { type ExplainedNumber, explainedCounters, SourcesDialog } from './SourcesDialog.tsx';
import { stateLook } from './seat-states.ts';
import { pollMs } from './use-performance-seats.ts';

const tight = { px: 0.75 };

/** The counters of a performance by category and contingent, beside the map; each number says what it is made of. */
export function StockCounts({ performanceId }: { performanceId: string }) {
  const text = useText();
  const format = useFormat();
  const { data = [] } = useStock(performanceId, pollMs);
  const [asked, setAsked] = useState<ExplainedNumber | null>(null);
  const open = data.filter(isContingentStock);
  const byCategory = Map.groupBy(open, ({ seatCategoryId }) => seatCategoryId);
  const title = text('performanceMap.counts');
  const cell = (row: ContingentStock, counter: (typeof explainedCounters)[number]) => {
    const shown = format.number(row[counter]);
    if (row[counter] === 0) return shown;
    const number = `${shown} ${text(`performanceMap.occupancy.${counter}`)}`;
    return (
      <MuiLink
        component="button"
        type="button"
        aria-label={text('performanceMap.occupancy.explain', { number })}
        onClick={() =>
          setAsked({
            performanceId,
            counter,
            name: `${row.seatCategoryName} – ${row.contingentName}`,
            number,
            seatCategoryId: row.seatCategoryId,
            contingentId: row.contingentId,
          })
        }
        sx={{ verticalAlign: 'baseline', font: 'inherit', fontWeight: 650, minWidth: 24, minHeight: 24 }}
      >
        {shown}
      </MuiLink>
    );
  };
  return (
    <Box>
      <Typography variant="subtitle2" component="h3">
        {title}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ m: 0 }}>
        {text('performanceMap.countsHelp')}
      </Typography>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            <TableCell align="right" sx={tight}>
              {text('screens.stock.free')}
            </TableCell>
            {explainedCounters.map((counter) => (
              <TableCell key={counter} align="right" sx={{ ...tight, fontSize: '0.72rem' }}>
                <Box
                  component="span"
                  sx={{ display: 'inline-flex', flexDirection: 'column', alignItems: 'end' }}
                >
                  <SeatSwatch kind={stateLook(counter)} />
                  {text(`screens.stock.${counter}`)}
                </Box>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {[...byCategory].map(([id, rows]) => (
            <Fragment key={id}>
              {rows.map((row) => (
                <Fragment key={row.contingentId}>
                  <TableRow>
                    <TableCell
                      component="th"
                      scope="rowgroup"
                      colSpan={explainedCounters.length + 1}
                      sx={{ ...tight, borderBottom: 0, pb: 0 }}
                    >
                      {`${row.seatCategoryName} – ${row.contingentName}`}
                    </TableCell>
                  </TableRow>
                  <TableRow aria-label={`${row.seatCategoryName} – ${row.contingentName}`}>
                    <TableCell align="right" sx={tight}>
                      {row.free < 0
                        ? text('screens.stock.over', { count: format.number(-row.free) })
                        : format.number(row.free)}
                    </TableCell>
                    {explainedCounters.map((counter) => (
                      <TableCell key={counter} align="right" sx={tight}>
                        {cell(row, counter)}
                      </TableCell>
                    ))}
                  </TableRow>
                </Fragment>
              ))}
            </Fragment>
          ))}
        </TableBody>
      </Table>
      {asked !== null && <SourcesDialog asked={asked} onClose={() => setAsked(null)} />}
    </Box>
  );
}
