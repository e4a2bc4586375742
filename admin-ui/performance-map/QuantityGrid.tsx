import BlockIcon from '@mui/icons-material/Block';
import UnblockIcon from '@mui/icons-material/LockOpenOutlined';
import MoveIcon from '@mui/icons-material/SwapHoriz';
import {
  Box,
  IconButton,
  Link as MuiLink,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Tooltip,
  Typography,
} from '@mui/material';
import { Fragment, useState } from 'react';
import { ColourDot } from '../frame/ColourDot.tsx';
import { ScrollBox } from '../frame/ScrollBox.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import {
  type ContingentStock,
  isContingentStock,
  type PerformanceRow,
} from '../performances/performance-record.ts';
import { useRight } from '../provider/session.ts';
import { useSeatCategories, useStock } from '../stock/use-stock.ts';
import { mostFor, QuantityDialog } from './QuantityDialog.tsx';
import type { SeatVerb } from './SeatVerbDialog.tsx';
import { type ExplainedNumber, explainedCounters, SourcesDialog } from './SourcesDialog.tsx';
import { pollMs } from './use-performance-seats.ts';

const verbs = [
  { verb: 'move', icon: <MoveIcon fontSize="small" /> },
  { verb: 'block', icon: <BlockIcon fontSize="small" /> },
  { verb: 'unblock', icon: <UnblockIcon fontSize="small" /> },
] as const;

function Numbers({
  row,
  onExplain,
}: {
  row: ContingentStock;
  onExplain: (counter: ExplainedNumber['counter'], number: string) => void;
}) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <TableCell align="right">{format.number(row.capacity)}</TableCell>
      {explainedCounters.map((counter) => {
        const shown = format.number(row[counter]);
        const number = `${shown} ${text(`performanceMap.occupancy.${counter}`)}`;
        return (
          <TableCell key={counter} align="right">
            {row[counter] === 0 ? (
              shown
            ) : (
              <MuiLink
                component="button"
                type="button"
                aria-label={text('performanceMap.occupancy.explain', { number })}
                onClick={() => onExplain(counter, number)}
                sx={{
                  font: 'inherit',
                  fontWeight: 650,
                  verticalAlign: 'baseline',
                  minWidth: 24,
                  minHeight: 24,
                }}
              >
                {shown}
              </MuiLink>
            )}
          </TableCell>
        );
      })}
      <TableCell align="right" sx={{ fontWeight: 650, color: row.free < 0 ? 'error.main' : undefined }}>
        {row.free < 0
          ? text('screens.stock.over', { count: format.number(-row.free) })
          : format.number(row.free)}
      </TableCell>
    </>
  );
}

/** What may be done with a line; what there are no places for is disabled. */
function RowVerbs({
  row,
  name,
  onVerb,
}: {
  row: ContingentStock;
  name: string;
  onVerb: (verb: SeatVerb) => void;
}) {
  const text = useText();
  return verbs.map(({ verb, icon }) => {
    const label = text(`performanceMap.verb.${verb}`);
    return (
      <Tooltip key={verb} title={label}>
        <span>
          <IconButton
            size="small"
            aria-label={`${label} – ${name}`}
            disabled={mostFor(verb, row) === 0}
            onClick={() => onVerb(verb)}
          >
            {icon}
          </IconButton>
        </span>
      </Tooltip>
    );
  });
}

/** What a performance has without numbers, by category and contingent, with the verbs of the map on each line. */
export function QuantityGrid({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const { data } = useStock(performance.id, pollMs);
  const { data: categories = [] } = useSeatCategories(performance.venueId);
  const mayChange = useRight('stock.stock:modify');
  const [chosen, setChosen] = useState<{ verb: SeatVerb; row: ContingentStock } | null>(null);
  const [asked, setAsked] = useState<ExplainedNumber | null>(null);
  const open = (data ?? []).filter(isContingentStock);
  if (data !== undefined && open.length === 0)
    return <Typography color="text.secondary">{text('performanceMap.quantity.none')}</Typography>;
  const nameOf = (row: ContingentStock) => `${row.seatCategoryName} – ${row.contingentName}`;
  const byCategory = Map.groupBy(open, ({ seatCategoryId }) => seatCategoryId);
  const colourOf = (id: string) => categories.find((category) => category.id === id)?.colour ?? null;
  return (
    <Box aria-busy={data === undefined}>
      <ScrollBox label={text('performanceMap.quantity.caption')}>
        <Table size="small" aria-label={text('performanceMap.quantity.caption')}>
          <TableHead>
            <TableRow>
              <TableCell>{text('screens.stock.contingent')}</TableCell>
              <TableCell align="right">{text('screens.stock.capacity')}</TableCell>
              {explainedCounters.map((counter) => (
                <TableCell key={counter} align="right">
                  {text(`screens.stock.${counter}`)}
                </TableCell>
              ))}
              <TableCell align="right">{text('screens.stock.free')}</TableCell>
              {mayChange && (
                <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                  {text('performanceMap.quantity.verbs')}
                </TableCell>
              )}
            </TableRow>
          </TableHead>
          <TableBody>
            {[...byCategory].map(([id, rows]) => (
              <Fragment key={id}>
                <TableRow>
                  <TableCell component="th" scope="rowgroup" colSpan={8} sx={{ bgcolor: 'action.hover' }}>
                    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                      <ColourDot colour={colourOf(id)} />
                      <Typography variant="subtitle2" component="span">
                        {rows[0]?.seatCategoryName}
                      </Typography>
                    </Stack>
                  </TableCell>
                </TableRow>
                {rows.map((row) => (
                  <TableRow key={row.contingentId}>
                    <TableCell component="th" scope="row">
                      {row.contingentName}
                      {mayChange && (
                        <Box sx={{ display: { sm: 'none' }, whiteSpace: 'nowrap' }}>
                          <RowVerbs
                            row={row}
                            name={nameOf(row)}
                            onVerb={(verb) => setChosen({ verb, row })}
                          />
                        </Box>
                      )}
                    </TableCell>
                    <Numbers
                      row={row}
                      onExplain={(counter, number) =>
                        setAsked({
                          performanceId: performance.id,
                          counter,
                          number,
                          name: nameOf(row),
                          seatCategoryId: row.seatCategoryId,
                          contingentId: row.contingentId,
                        })
                      }
                    />
                    {mayChange && (
                      <TableCell sx={{ whiteSpace: 'nowrap', display: { xs: 'none', sm: 'table-cell' } }}>
                        <RowVerbs row={row} name={nameOf(row)} onVerb={(verb) => setChosen({ verb, row })} />
                      </TableCell>
                    )}
                  </TableRow>
                ))}
              </Fragment>
            ))}
          </TableBody>
        </Table>
      </ScrollBox>
      {chosen !== null && (
        <QuantityDialog {...chosen} performance={performance} onClose={() => setChosen(null)} />
      )}
      {asked !== null && <SourcesDialog asked={asked} onClose={() => setAsked(null)} />}
    </Box>
  );
}
