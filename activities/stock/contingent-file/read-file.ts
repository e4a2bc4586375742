import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { readWorkbook } from '../../contacts/importing/read-workbook.ts';
import type { TableRow } from '../../contacts/importing/table.ts';
import { Problem } from '../../problem.ts';

/** Bounds of one file of contingents. */
const contingentFileLimits = {
  bytes: 50 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  rows: 200_000,
  columns: 100,
  /** Memory and time a workbook may take to be read. */
  megabytes: 640,
  seconds: 60,
} as const;

/** The longest record, in characters. */
const longestRecord = 100_000;

/**
 * The lines of a CSV file in UTF-8, as they are read, or of the first sheet of an XLSX workbook; empty ones are left out.
 * What is too large is refused before it is read.
 * @throws Problem `import.tooLarge` | `import.tooManyRows` | `import.unreadable` with the line at fault.
 */
export async function* readContingentFile(path: string): AsyncGenerator<TableRow> {
  const { size, head } = await headOf(path);
  if (size > contingentFileLimits.bytes) throw new Problem('import.tooLarge');
  const isWorkbook = head[0] === 0x50 && head[1] === 0x4b;
  const lines = isWorkbook
    ? await readWorkbook(await readFile(path), contingentFileLimits)
    : csvLines(path, head);
  let rows = 0;
  for await (const line of lines) {
    if (line.cells.every((cell) => cell.trim() === '')) continue;
    rows += 1;
    if (rows > contingentFileLimits.rows + 1)
      throw new Problem('import.tooManyRows', { values: { max: contingentFileLimits.rows } });
    yield line;
  }
}

async function headOf(path: string): Promise<{ size: number; head: Buffer }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0);
    return { size, head: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

async function* csvLines(file: string, head: Buffer): AsyncGenerator<TableRow> {
  if (head.includes(0)) throw new Problem('import.unreadable');
  const [first = ''] = head.toString('utf8').split(/\r?\n/, 1);
  const separator = [';', ',', '\t'].reduce((best, next) =>
    first.split(next).length > first.split(best).length ? next : best,
  );
  const parser = parse({
    bom: true,
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRecord,
    info: true,
  });
  const source = createReadStream(file);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let fault: CsvError | null = null;
  try {
    const records: AsyncIterable<{ info: { lines: number }; record: string[] }> = parser;
    for await (const { info, record } of records) yield { line: info.lines, cells: record };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    fault = error;
  } finally {
    source.destroy();
    parser.destroy();
  }
  if (fault === null) return;
  const path = `line ${typeof fault.lines === 'number' ? fault.lines : 1}`;
  throw new Problem('import.unreadable', { errors: [{ path, code: 'field.format' }] });
}
