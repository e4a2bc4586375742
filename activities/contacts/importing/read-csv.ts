import { CsvError, parse } from 'csv-parse/sync';
import { Problem } from '../../problem.ts';
import { importLimits, type TableRow } from './table.ts';

/** The longest record, in characters. */
const longestRecord = 100_000;

/**
 * Splits CSV text into rows. The separator (semicolon, comma, tab, bar) is the one the first line uses most outside
 * quotes, or the one a line `sep=;` names; a quote inside an unquoted cell is a letter like another.
 * @throws Problem `import.unreadable` with the line at fault.
 */
export function readCsv(text: string): TableRow[] {
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const rows: TableRow[] = [];
  const first = said === null ? 0 : 1;
  let fault: CsvError | null = null;
  try {
    parse(body, {
      delimiter: said?.[1] ?? separatorOf(body),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRecord,
      to: importLimits.rows * 2,
      on_record: (cells: string[], { lines }: { lines: number }) => {
        const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
        rows.push({ line: lines + first - breaks, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    fault = error;
  }
  if (fault === null) return rows;
  const path = `line ${typeof fault.lines === 'number' ? fault.lines + first : 1}`;
  throw new Problem('import.unreadable', { errors: [{ path, code: 'field.format' }] });
}

const separators = [';', ',', '\t', '|'];

function separatorOf(text: string): string {
  const line = (/[^\r\n]*[^\s][^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const counted = separators.map((separator) => ({ separator, times: line.split(separator).length }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).separator;
}
