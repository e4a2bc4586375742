import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';

/** Cells that leave a telephone room for figures. */
export const denseCell = {
  px: { xs: 0.25, sm: 1 },
  '&:first-of-type': { pl: 0 },
  '&:last-of-type': { pr: 0 },
};

/** How many options, and how many places, each kind has. */
export function CountsTable({
  label,
  heads,
  rows,
}: {
  label: string;
  /** What stands above the cells that name a kind. */
  heads: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[]; options: number; places: number }[];
}) {
  const text = useText();
  const format = useFormat();
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          {heads.map((head) => (
            <TableCell key={head} sx={denseCell}>
              {head}
            </TableCell>
          ))}
          <TableCell sx={denseCell} align="right">
            {text('performanceChange.shown.options')}
          </TableCell>
          <TableCell sx={denseCell} align="right">
            {text('performanceChange.shown.places')}
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ key, cells, options, places }) => (
          <TableRow key={key}>
            {heads.map((head, at) => (
              <TableCell key={head} sx={denseCell}>
                {cells[at]}
              </TableCell>
            ))}
            <TableCell sx={denseCell} align="right">
              {format.number(options)}
            </TableCell>
            <TableCell sx={denseCell} align="right">
              {format.number(places)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
