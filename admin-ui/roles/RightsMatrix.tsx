import CheckIcon from '@mui/icons-material/Check';
import {
  Box,
  Checkbox,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Tooltip,
  Typography,
} from '@mui/material';
import type { KeyboardEvent } from 'react';
import { type RightAction, rightActions } from '../../rules/organisation/right-tree.ts';
import { placeAfter } from '../frame/grid/grid-keys.ts';
import { ScrollBox } from '../frame/ScrollBox.tsx';
import { useText } from '../messages/use-text.ts';
import { type MatrixRow, matrixRows, rightsAt, toggled } from './matrix-rows.ts';
import { useRowLabel } from './use-row-label.ts';

export type RightsMatrixProps = {
  rights: readonly string[];
  /** What the person at the screen may give; without it the matrix is only read. */
  change?: { own: readonly string[]; onChange: (rights: string[]) => void };
};

const allColumn = rightActions.length;
/** The names stay in sight where the letters have to be scrolled. */
const fixedNames = {
  '& th:first-of-type': { position: 'sticky', left: 0, zIndex: 2, width: '100%' },
} as const;

/** The rights of a row that one may give or take: of one letter, or all of them. */
function Cell({
  row,
  at,
  action,
  rights,
  change,
}: RightsMatrixProps & { row: MatrixRow; at: number; action: RightAction | null }) {
  const text = useText();
  const label = useRowLabel();
  const all = rightsAt(row, action);
  const padded = {
    py: 0,
    px: { xs: 0, sm: 1 },
    display: { xs: action === null ? 'none' : 'table-cell', sm: 'table-cell' },
  };
  if (all.length === 0) return <TableCell align="center" sx={padded} />;
  const held = all.filter((right) => rights.includes(right));
  if (change === undefined) {
    return (
      <TableCell align="center" sx={{ ...padded, py: 0.5 }}>
        {row.kind === 'function' && held.length > 0 && (
          <CheckIcon fontSize="small" color="primary" titleAccess={text('settings.role.granted')} />
        )}
      </TableCell>
    );
  }
  const open = all.filter((right) => rights.includes(right) || change.own.includes(right));
  const name = label(row);
  const some = held.length > 0 && held.length < open.length;
  return (
    <TableCell align="center" sx={padded}>
      <Checkbox
        data-row={at}
        data-column={action === null ? allColumn : rightActions.indexOf(action)}
        size="small"
        checked={open.length > 0 && held.length === open.length}
        indeterminate={some}
        disabled={open.length === 0}
        onChange={() => change.onChange(toggled(rights, open))}
        sx={{ p: { xs: 0.25, sm: 1 } }}
        slotProps={{
          input: {
            // the box says so to assistive technology, too
            ref: (input: HTMLInputElement | null) => {
              if (input !== null) input.indeterminate = some;
            },
            'aria-label':
              action === null
                ? text('settings.role.rowOf', { name })
                : text('settings.role.of', { action: text(`settings.role.action.${action}`), name }),
          },
        }}
      />
    </TableCell>
  );
}

function Row({ row, at, ...props }: RightsMatrixProps & { row: MatrixRow; at: number }) {
  const text = useText();
  const isBranch = row.kind === 'branch';
  return (
    <TableRow sx={{ '& > *': { bgcolor: isBranch ? 'background.default' : 'background.paper' } }}>
      <TableCell
        component="th"
        scope={isBranch ? 'rowgroup' : 'row'}
        sx={{
          py: 0.5,
          pl: { xs: 1 + row.depth, sm: 2 + 2 * row.depth },
          pr: 0.5,
          hyphens: 'auto',
          overflowWrap: 'break-word',
        }}
      >
        <Typography variant={isBranch ? 'subtitle2' : 'body2'} component="span">
          {row.kind === 'branch'
            ? text(`settings.role.group.${row.name}`)
            : text(`settings.role.functions.${row.word}`)}
        </Typography>
        {row.kind === 'function' && row.coming && (
          <Typography
            component="span"
            variant="caption"
            color="text.secondary"
            sx={{ ml: 1, whiteSpace: 'nowrap' }}
          >
            {text('settings.role.soon')}
          </Typography>
        )}
      </TableCell>
      {rightActions.map((action) => (
        <Cell key={action} row={row} at={at} action={action} {...props} />
      ))}
      {props.change !== undefined && <Cell row={row} at={at} action={null} {...props} />}
    </TableRow>
  );
}

/** The arrows lead from box to box, past cells without one. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key, shiftKey } = event;
  const box = target instanceof HTMLInputElement ? target.closest<HTMLElement>('[data-row]') : null;
  if (box === null || key === 'Enter') return;
  let place = { row: Number(box.dataset.row), column: Number(box.dataset.column) };
  for (;;) {
    const next = placeAfter({ key, shiftKey, atStart: true, atEnd: true }, place);
    if (next === null) return;
    place = next;
    const within =
      place.row >= 0 && place.row < matrixRows.length && place.column >= 0 && place.column <= allColumn;
    if (!within) return;
    const found = currentTarget.querySelector<HTMLInputElement>(
      `[data-row="${place.row}"][data-column="${place.column}"] input:enabled`,
    );
    if (found !== null) {
      event.preventDefault();
      found.focus();
      return;
    }
  }
}

/**
 * The tree of rights: branches and functions down, the five letters across. A branch's box gives or takes the letter for
 * all that lies below it; arrows lead from box to box.
 */
export function RightsMatrix({ rights, change }: RightsMatrixProps) {
  const text = useText();
  const given = change === undefined ? {} : { change };
  return (
    <ScrollBox label={text('settings.role.matrix')}>
      <Table size="small" aria-label={text('settings.role.matrix')} sx={fixedNames} onKeyDown={moveFocus}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ px: { xs: 1, sm: 2 } }}>{text('settings.role.function')}</TableCell>
            {rightActions.map((action) => (
              <TableCell key={action} align="center" sx={{ px: { xs: 0, sm: 1 } }}>
                <Tooltip title={text(`settings.role.action.${action}`)}>
                  <Box component="abbr" sx={{ textDecoration: 'none' }}>
                    {text(`settings.role.short.${action}`)}
                  </Box>
                </Tooltip>
              </TableCell>
            ))}
            {change !== undefined && (
              <TableCell align="center" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                {text('settings.role.all')}
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {matrixRows.map((row, at) => (
            <Row
              key={row.kind === 'branch' ? row.name : row.functions[0]}
              row={row}
              at={at}
              rights={rights}
              {...given}
            />
          ))}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
