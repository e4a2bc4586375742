import {
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { SeatSwatch } from '../seat-map/SeatSwatch.tsx';
import type { SeatCounts } from '../seat-map/seat-counts.ts';
import type { SeatKind } from '../seat-map/seat-words.ts';

/** A count that changes shows by how much. */
function After({ before, after }: { before: number; after: number }) {
  const format = useFormat();
  const by = after - before;
  return (
    <Box component="span" sx={{ fontWeight: by === 0 ? undefined : 700, whiteSpace: 'nowrap' }}>
      {format.number(after)}
      {by !== 0 && (
        <Box component="span" sx={{ display: 'block', fontWeight: 400, color: 'text.secondary' }}>
          {by > 0 ? '+' : '−'}
          {format.number(Math.abs(by))}
        </Box>
      )}
    </Box>
  );
}

/** What the palette says of what it paints with. */
export type PaletteWords = {
  title: string;
  /** What a kind's button does. */
  as: (name: string) => string;
  /** Seats without kind, and what takes it off. */
  none: string;
  asNone: string;
  /** What to do first. */
  choose: string;
};

/** The kinds to paint with, each with what it has and what it would have: legend and palette in one. */
export function PaintPalette({
  kinds,
  before,
  after,
  previewed,
  selected,
  disabled,
  words,
  onPaint,
}: {
  kinds: readonly SeatKind[];
  before: SeatCounts;
  after: SeatCounts;
  /** There are strokes to be saved: what would be stands beside what is. */
  previewed: boolean;
  /** How many seats would be painted. */
  selected: number;
  disabled: boolean;
  words: PaletteWords;
  /** The position of the kind; null takes it off. */
  onPaint: (kind: number | null) => void;
}) {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  const sold = (counts: SeatCounts) => counts.byKind.reduce((sum, count) => sum + count, 0);
  const rows = [
    ...kinds.map((kind, at) => ({
      kind,
      at,
      key: at < 9 ? `${at + 1}` : '',
      name: kind.label,
      does: words.as(kind.label),
      counts: [before.byKind[at] ?? 0, after.byKind[at] ?? 0] as const,
    })),
    {
      kind: null,
      at: null,
      key: '0',
      name: words.none,
      does: words.asNone,
      counts: [before.none, after.none] as const,
    },
  ];
  return (
    <Box>
      <Table
        size="small"
        aria-label={words.title}
        sx={{ '& td, & th': { px: 0.5, py: 0.25 }, '& th:first-of-type': { pl: 0 } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{label('name')}</TableCell>
            <TableCell align="right">{text(previewed ? 'seatMap.paint.before' : 'halls.capacity')}</TableCell>
            {previewed && <TableCell align="right">{text('seatMap.paint.after')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ kind, at, key, name, does, counts: [was, is] }) => (
            <TableRow key={kind?.id ?? 'none'}>
              <TableCell component="th" scope="row" sx={{ width: '100%' }}>
                <Button
                  fullWidth
                  variant="outlined"
                  color="inherit"
                  disabled={disabled || selected === 0}
                  title={does}
                  {...(key === '' ? {} : { 'aria-keyshortcuts': key })}
                  onClick={() => onPaint(at)}
                  startIcon={<SeatSwatch kind={kind} />}
                  sx={{
                    justifyContent: 'flex-start',
                    textAlign: 'left',
                    lineHeight: 1.25,
                    borderColor: 'divider',
                    '&.Mui-disabled': { color: 'text.primary' },
                  }}
                >
                  <Box component="span" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
                    {name}
                  </Box>
                  {key !== '' && (
                    <Box
                      component="kbd"
                      aria-hidden="true"
                      sx={{ ml: 1, font: 'inherit', fontWeight: 400, color: 'text.secondary' }}
                    >
                      {key}
                    </Box>
                  )}
                </Button>
              </TableCell>
              <TableCell align="right">{format.number(was)}</TableCell>
              {previewed && (
                <TableCell align="right">
                  <After before={was} after={is} />
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow sx={{ '& td': { color: 'text.primary', fontWeight: 650, borderBottom: 0 } }}>
            <TableCell>{text('halls.total')}</TableCell>
            <TableCell align="right">{format.number(sold(before))}</TableCell>
            {previewed && (
              <TableCell align="right">
                <After before={sold(before)} after={sold(after)} />
              </TableCell>
            )}
          </TableRow>
        </TableFooter>
      </Table>
      {selected === 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {words.choose}
        </Typography>
      )}
    </Box>
  );
}
