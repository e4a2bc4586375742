import {
  Box,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { CountsTable, denseCell } from './CountsTable.tsx';
import type { ConfigurationPreview } from './use-performance-change.ts';

type Figure = { before: number; after: number };

/** A figure that changes says from what to what; one that stays, itself. */
function useFigure(): (figure: Figure) => string {
  const format = useFormat();
  return ({ before, after }) =>
    before === after ? format.number(after) : `${format.number(before)}\u00A0→\u00A0${format.number(after)}`;
}

/** What changes most comes first. */
const order = ['unfit', 'reseated', 'unnumbered', 'seated', 'kept', 'none'] as const;

function inOrder(fates: ConfigurationPreview['fates']): ConfigurationPreview['fates'] {
  return fates.toSorted((one, other) => order.indexOf(one.fate) - order.indexOf(other.fate));
}

function Fates({ fates }: Pick<ConfigurationPreview, 'fates'>) {
  const text = useText();
  const title = text('performanceChange.shown.fates');
  return (
    <CountsTable
      label={title}
      heads={[title]}
      rows={inOrder(fates).map(({ fate, ...counts }) => ({
        key: fate,
        cells: [
          <Box key={fate} component="span" sx={{ fontWeight: fate === 'unfit' ? 650 : 'inherit' }}>
            {text(`performanceChange.fate.${fate}`)}
          </Box>,
        ],
        ...counts,
      }))}
    />
  );
}

function sumOf(rows: ConfigurationPreview['rows'], name: 'capacity' | 'taken'): Figure {
  const sum = (when: keyof Figure) => rows.reduce((all, row) => all + row[name][when], 0);
  return { before: sum('before'), after: sum('after') };
}

function StockFigures({ rows }: Pick<ConfigurationPreview, 'rows'>) {
  const text = useText();
  const figure = useFigure();
  const overbooked = rows.some(({ overbooking }) => overbooking.before + overbooking.after > 0);
  return (
    <TableContainer>
      <Table size="small" aria-label={text('performanceChange.shown.stock')}>
        <TableHead>
          <TableRow>
            <TableCell sx={denseCell}>{text('performanceChange.shown.stock')}</TableCell>
            <TableCell sx={denseCell} align="right">
              {text('performanceChange.shown.capacity')}
            </TableCell>
            {overbooked && (
              <TableCell sx={denseCell} align="right">
                {text('performanceChange.shown.overbooking')}
              </TableCell>
            )}
            <TableCell sx={denseCell} align="right">
              {text('performanceChange.shown.taken')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={`${row.seatCategoryId}/${row.contingentId}`}>
              <TableCell sx={denseCell}>
                {row.seatCategoryName}
                <Typography component="span" variant="body2" color="text.secondary">
                  {` – ${row.contingentName}`}
                </Typography>
              </TableCell>
              <TableCell sx={denseCell} align="right">
                {figure(row.capacity)}
              </TableCell>
              {overbooked && (
                <TableCell sx={denseCell} align="right">
                  {figure(row.overbooking)}
                </TableCell>
              )}
              <TableCell sx={denseCell} align="right">
                {figure(row.taken)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** What becomes of places and stock under another configuration, in figures. */
export function ConfigurationFigures({ configuration }: { configuration: ConfigurationPreview }) {
  const text = useText();
  const format = useFormat();
  const figure = useFigure();
  const { blocks, sales, pools, untold, askedGone, outOfReach } = configuration;
  const counts = [
    ['outOfReach', outOfReach],
    ['untold', untold],
    ['askedGone', askedGone],
    ['blocksKept', blocks.kept],
    ['blocksLost', blocks.places - blocks.kept],
    ['salesKept', sales.places - sales.unfit],
    ['salesUnseated', sales.unseated],
  ] as const;
  const lines = [
    ...counts.flatMap(([key, count]) =>
      count > 0 ? [text(`performanceChange.shown.${key}`, { count: format.number(count) })] : [],
    ),
    ...pools.map(({ seatCategoryName, places }) =>
      text('performanceChange.shown.pool', { category: seatCategoryName, count: figure(places) }),
    ),
  ];
  return (
    <>
      {configuration.fates.length > 0 && <Fates fates={configuration.fates} />}
      {lines.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </Box>
      )}
      {configuration.rows.length > 0 && (
        <details>
          <summary style={{ cursor: 'pointer' }}>
            {text('performanceChange.shown.stockTotal', {
              capacity: figure(sumOf(configuration.rows, 'capacity')),
              taken: figure(sumOf(configuration.rows, 'taken')),
            })}
          </summary>
          <StockFigures rows={configuration.rows} />
        </details>
      )}
    </>
  );
}
