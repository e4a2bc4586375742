import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { type ClipboardEvent, Fragment, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useText } from '../../messages/use-text.ts';
import { ColourDot } from '../ColourDot.tsx';
import { fixedFirstColumn } from '../fixed-first-column.ts';
import { ScrollBox } from '../ScrollBox.tsx';
import { pastedCells, placeAfter } from './grid-keys.ts';

export type GridRow = {
  id: string;
  label: string /** Rows of one group stand under its name. */;
  group?: string;
};
export type GridColumn = { id: string; label: string; colour: string | null };

/** What is typed in each cell, by `cellKey`. */
export type GridValues = Readonly<Record<string, string>>;

/** The name of a cell among the values of a grid. */
export function cellKey(rowId: string, columnId: string): string {
  return `${rowId} ${columnId}`;
}

export type ValueGridProps = {
  label: string;
  corner: string;
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  values: GridValues;
  /** What is wrong with a cell. */
  faults: GridValues;
  /** What one should know about a cell. */
  notes?: GridValues;
  onChange: (values: GridValues) => void;
  /** A row of totals under the others. */
  totals?: (columnId: string) => ReactNode;
  disabled?: boolean;
};

function Cell({
  name,
  value,
  fault,
  note,
  disabled,
  place,
  onType,
}: {
  name: string;
  value: string;
  fault: string | undefined;
  note: string | undefined;
  disabled: boolean;
  place: string;
  onType: (typed: string) => void;
}) {
  const said = fault ?? note;
  const saidId = `cell-${place.replace(':', '-')}`;
  return (
    <TableCell sx={{ p: 0.5, verticalAlign: 'top' }}>
      <Box
        component="input"
        data-place={place}
        aria-label={name}
        aria-invalid={fault !== undefined}
        aria-describedby={said === undefined ? undefined : saidId}
        value={value}
        disabled={disabled}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => onType(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        sx={{
          width: '100%',
          minWidth: 84,
          p: '7px 8px',
          font: 'inherit',
          fontSize: '0.8125rem',
          textAlign: 'right',
          color: 'text.primary',
          bgcolor: 'background.paper',
          border: 1,
          borderColor: fault === undefined ? 'divider' : 'error.main',
          borderRadius: 1,
        }}
      />
      {said !== undefined && (
        <Typography
          id={saidId}
          variant="caption"
          component="div"
          color={fault === undefined ? 'warning.main' : 'error.main'}
          sx={{ maxWidth: 160 }}
        >
          {said}
        </Typography>
      )}
    </TableCell>
  );
}

/** A grid to type into, with the keys of a spreadsheet; a table copied from one is pasted at once. */
export function ValueGrid(props: ValueGridProps) {
  const {
    label,
    corner,
    rows,
    columns,
    values,
    faults,
    notes = {},
    onChange,
    totals,
    disabled = false,
  } = props;
  const text = useText();
  const grid = useRef<HTMLTableElement>(null);
  const placeOf = (target: EventTarget & HTMLElement) => {
    const [row = '0', column = '0'] = (target.dataset.place ?? '').split(':');
    return { row: Number(row), column: Number(column) };
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    const { selectionStart, selectionEnd, value } = target;
    const whole = selectionStart === 0 && selectionEnd === value.length;
    const next = placeAfter(
      {
        key: event.key,
        shiftKey: event.shiftKey,
        atStart: whole || selectionEnd === 0,
        atEnd: whole || selectionStart === value.length,
      },
      placeOf(target),
    );
    if (next === null) return;
    event.preventDefault();
    const cell = grid.current?.querySelector(`[data-place="${next.row}:${next.column}"]`);
    if (cell instanceof HTMLInputElement) cell.focus();
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const cells = pastedCells(event.clipboardData.getData('text/plain'));
    if (cells === null || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const start = placeOf(event.target);
    const pasted = cells.flatMap((line, down) =>
      line.flatMap((value, across) => {
        const row = rows[start.row + down];
        const column = columns[start.column + across];
        return row === undefined || column === undefined ? [] : [[cellKey(row.id, column.id), value]];
      }),
    );
    onChange({ ...values, ...Object.fromEntries(pasted) });
  };
  return (
    <ScrollBox label={label}>
      <Table
        ref={grid}
        size="small"
        aria-label={label}
        sx={fixedFirstColumn}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <TableHead>
          <TableRow>
            <TableCell>{corner}</TableCell>
            {columns.map((column) => (
              <TableCell key={column.id} align="right">
                <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
                  <ColourDot colour={column.colour} />
                  {column.label}
                </Box>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, rowIndex) => (
            <Fragment key={row.id}>
              {row.group !== undefined && row.group !== rows[rowIndex - 1]?.group && (
                <TableRow>
                  <TableCell
                    colSpan={columns.length + 1}
                    component="th"
                    scope="rowgroup"
                    sx={{ bgcolor: 'action.hover' }}
                  >
                    <Typography variant="subtitle2">{row.group}</Typography>
                  </TableCell>
                </TableRow>
              )}
              <TableRow>
                <TableCell component="th" scope="row" sx={{ minWidth: 140 }}>
                  {row.label}
                </TableCell>
                {columns.map((column, columnIndex) => {
                  const key = cellKey(row.id, column.id);
                  const full = row.group === undefined ? row.label : `${row.group} / ${row.label}`;
                  return (
                    <Cell
                      key={column.id}
                      name={text('settings.grid.cell', { row: full, column: column.label })}
                      value={values[key] ?? ''}
                      fault={faults[key]}
                      note={notes[key]}
                      disabled={disabled}
                      place={`${rowIndex}:${columnIndex}`}
                      onType={(typed) => onChange({ ...values, [key]: typed })}
                    />
                  );
                })}
              </TableRow>
            </Fragment>
          ))}
          {totals !== undefined && (
            <TableRow>
              <TableCell component="th" scope="row" sx={{ fontWeight: 650 }}>
                {text('settings.grid.total')}
              </TableCell>
              {columns.map((column) => (
                <TableCell key={column.id} align="right" sx={{ fontWeight: 650 }}>
                  {totals(column.id)}
                </TableCell>
              ))}
            </TableRow>
          )}
        </TableBody>
      </Table>
    </ScrollBox>
  );
}
