import { Problem } from '../../problem.ts';
import { decodeText } from './decode-text.ts';
import { cleanText } from './plain-text.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { importLimits, type Table, type TableRow } from './table.ts';

/**
 * Reads a CSV file or the first sheet of an XLSX workbook: what it is shows in its bytes. The first line that is not
 * empty holds the titles; empty lines are left out.
 * @throws Problem `import.tooLarge` | `import.unreadable` | `import.empty` | `import.tooManyRows`
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.byteLength > importLimits.bytes) throw new Problem('import.tooLarge');
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const read = isWorkbook ? await readWorkbook(bytes) : readCsv(decodeText(bytes));
  const [titles, ...rows] = read.map(cleanRow).filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (titles === undefined || rows.length === 0) throw new Problem('import.empty');
  if (rows.length > importLimits.rows)
    throw new Problem('import.tooManyRows', { values: { max: importLimits.rows } });
  const width = Math.max(titles.cells.length, ...rows.map(({ cells }) => cells.length));
  if (width > importLimits.columns) throw new Problem('import.unreadable');
  const columns = Array.from({ length: width }, (_, index) => titles.cells[index] ?? '');
  return { format: isWorkbook ? 'xlsx' : 'csv', columns, rows };
}

function cleanRow({ line, cells }: TableRow): TableRow {
  const cleaned = cells.map(cleanText);
  while (cleaned.at(-1) === '') cleaned.pop();
  return { line, cells: cleaned };
}
