import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { decodeText } from '../../contacts/importing/decode-text.ts';
import { readWorkbook } from '../../contacts/importing/read-workbook.ts';
import type { TableRow } from '../../contacts/importing/table.ts';
import { Problem } from '../../problem.ts';

/** Bounds of one file of contingents. */
export const contingentFileLimits = {
  bytes: 50 * 1024 * 1024,
  /** Of a file that is sent to the api, which holds it in memory. */
  sentBytes: 20 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  rows: 200_000,
  columns: 100,
  /** Memory and time a workbook may take to be read. */
  megabytes: 640,
  seconds: 60,
} as const;

/** The longest record, in characters. */
const longestRecord = 100_000;

/** What is read of a file in memory before others have their turn. */
const portion = 64 * 1024;

/** A file: its first bytes, and the ways to have it. */
interface Source {
  head: Uint8Array;
  whole(): Promise<Uint8Array>;
  stream(): Readable;
}

/**
 * The lines of a CSV file in UTF-8, as they are read, or of the first sheet of an XLSX workbook; empty ones are left out.
 * What is too large is refused before it is read.
 * @throws Problem `import.tooLarge` | `import.tooManyRows` | `import.unreadable` with the line at fault.
 */
export async function* readContingentFile(path: string): AsyncGenerator<TableRow> {
  const { size, head } = await headOf(path);
  if (size > contingentFileLimits.bytes) throw new Problem('import.tooLarge');
  yield* linesOf({ head, whole: () => readFile(path), stream: () => createReadStream(path) });
}

/**
 * The same of a file that was sent; CSV may be in the encoding of French spreadsheets too.
 * @throws Problem as `readContingentFile`.
 */
export async function* readSentContingents(bytes: Uint8Array): AsyncGenerator<TableRow> {
  if (bytes.byteLength > contingentFileLimits.sentBytes) throw new Problem('import.tooLarge');
  yield* linesOf({
    head: bytes.subarray(0, 4_096),
    whole: () => Promise.resolve(bytes),
    stream: () => Readable.from(portionsOf(Buffer.from(decodeText(bytes)))),
  });
}

async function* portionsOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += portion) {
    yield bytes.subarray(at, at + portion);
    await setImmediate();
  }
}

async function* linesOf({ head, whole, stream }: Source): AsyncGenerator<TableRow> {
  const isWorkbook = head[0] === 0x50 && head[1] === 0x4b;
  const lines = isWorkbook ? await readWorkbook(await whole(), contingentFileLimits) : csvLines(stream, head);
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

async function* csvLines(sourceOf: () => Readable, head: Uint8Array): AsyncGenerator<TableRow> {
  if (head.includes(0)) throw new Problem('import.unreadable');
  const [first = ''] = new TextDecoder().decode(head).split(/\r?\n/, 1);
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
  const source = sourceOf();
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
