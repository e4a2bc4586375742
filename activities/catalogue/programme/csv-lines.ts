import { CsvError, parse } from 'csv-parse/sync';
import { UnreadableInput } from './fault.ts';

/** One record of a CSV file and the line on which it ends (from 1). */
export type CsvLine = { number: number; cells: readonly string[] };

/**
 * Splits CSV text into records, empty lines left out. The separator (comma, semicolon, tab) is the one the first line
 * uses most; quotes and a byte order mark are understood.
 * @throws UnreadableInput `venues.csv` with its line, or `venues.count` when there are more than `maxLines`
 */
export function csvLines(text: string, maxLines: number): CsvLine[] {
  const lines: CsvLine[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      to: maxLines + 1,
      on_record: (cells: string[], { lines: number }) => {
        if (cells.some((cell) => cell.trim() !== '')) lines.push({ number, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableInput([{ where: `line ${lineOf(error)}`, code: 'venues.csv', values: {} }], {
      cause: error,
    });
  }
  if (lines.length > maxLines) {
    throw new UnreadableInput([
      { where: `line ${maxLines + 1}`, code: 'venues.count', values: { max: maxLines } },
    ]);
  }
  return lines;
}

function lineOf(error: CsvError): string {
  return typeof error.lines === 'number' ? String(error.lines) : '?';
}

function separatorOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map((separator) => ({ separator, times: header.split(separator).length }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).separator;
}
