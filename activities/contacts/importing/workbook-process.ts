import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { WorkbookLimits } from './table.ts';

/** Runs in a process of its own: reads the workbook it is given and tells its rows, or what is wrong with it. */
process.on('message', async ({ bytes, limits }: { bytes: Uint8Array; limits: WorkbookLimits }) => {
  process.send?.(await tell(new Uint8Array(bytes), limits));
});

async function tell(bytes: Uint8Array<ArrayBuffer>, limits: WorkbookLimits) {
  try {
    if (unpackedSize(bytes) > limits.unpackedBytes) return { fault: 'import.tooLarge' };
    // numbers stay as they are written: 0609573385 and 3492 are not sums
    const sheet = await readSheet(bytes.buffer, { parseNumber: (text: string) => text });
    const rows = sheet.slice(0, limits.rows * 2).map((row) => row.slice(0, limits.columns + 1).map(textOf));
    return { rows };
  } catch {
    return { fault: 'import.unreadable' };
  }
}

/** What the archive's own directory says of its parts; the unpacker gives none of them more room than that. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      return false;
    },
  });
  return size;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const text = String(value);
  return /^-?\d+(\.\d+)?e[+-]?\d+$/i.test(text) ? BigInt(Math.round(Number(text))).toString() : text;
}
