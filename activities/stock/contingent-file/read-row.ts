import { cleanText } from '../../contacts/importing/plain-text.ts';
import type { TableRow } from '../../contacts/importing/table.ts';
import type { ContingentField } from './contingent-fields.ts';
import type { RowFault } from './row-fault.ts';

/** One row: a capacity of a category in a contingent, or a seat that belongs to a contingent. */
export interface ContingentRow {
  line: number;
  event: string;
  /** The wall clock of the performance, `YYYY-MM-DD HH:MM`. */
  startsAt: string;
  category: string;
  contingent: string;
  capacity: number | null;
  seat: string | null;
}

/** What a row says of its performance, in one word. */
export function performanceKey({ event, startsAt }: Pick<ContingentRow, 'event' | 'startsAt'>): string {
  return `${event}/${startsAt}`;
}

const mostPlaces = 1_000_000;

/** Reads a row, or tells every cell that is at fault, and the performance it names where it does. */
export function readContingentRow(
  { line, cells }: TableRow,
  columns: ReadonlyMap<ContingentField, number>,
): { row: ContingentRow; faults: null } | { row: null; faults: RowFault[]; performance: string | null } {
  const faults: RowFault[] = [];
  const cell = (field: ContingentField) => harmless(cleanText(cells[columns.get(field) ?? -1] ?? ''));
  const fault = (column: ContingentField, code: RowFault['code'], value = '') =>
    void faults.push({ line, column, code, values: { value } });
  const filled = (field: ContingentField) => {
    const text = cell(field);
    if (text === '') fault(field, 'cell.required');
    return text;
  };
  const [event, contingent] = [filled('event'), filled('contingent')];
  const [date, time, seat] = [filled('date'), filled('time'), cell('seat')];
  const day = dayOf(date);
  if (date !== '' && day === null) fault('date', 'cell.date', date);
  const clock = clockOf(time);
  if (time !== '' && clock === null) fault('time', 'cell.time', time);
  const counted = seat === '';
  const category = counted ? filled('category') : cell('category');
  const told = counted ? filled('capacity') : '';
  const capacity = /^\d{1,7}$/.test(told) ? Number(told) : null;
  if (told !== '' && (capacity === null || capacity > mostPlaces)) fault('capacity', 'cell.capacity', told);
  if (faults.length > 0) {
    const performance =
      day === null || clock === null ? null : performanceKey({ event, startsAt: `${day} ${clock}` });
    return { row: null, faults, performance };
  }
  const startsAt = `${day} ${clock}`;
  return {
    row: { line, event, startsAt, category, contingent, capacity, seat: counted ? null : seat },
    faults: null,
  };
}

/** A text that a spreadsheet would compute carries an apostrophe in exported files. */
function harmless(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

function dayOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [, year = '', month = '', day = ''] = iso ?? (french && ['', french[3], french[2], french[1]]) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written ? null : written;
}

function clockOf(text: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})(?::|h)(\d{2})(?::00)?$/i.exec(text) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
