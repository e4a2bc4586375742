import { parentPort, workerData } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { importLimits } from './table.ts';

/** Runs in a thread of its own: reads the workbook it was given and tells its rows, or what is wrong with it. */
async function readGiven(): Promise<void> {
  if (!(workerData instanceof Uint8Array)) return;
  parentPort?.postMessage(await tell(new Uint8Array(workerData)));
}

async function tell(bytes: Uint8Array<ArrayBuffer>) {
  try {
    if (unpackedSize(bytes) > importLimits.unpackedBytes) return { fault: 'import.tooLarge' };
    // numbers stay as they are written: 0609573385 and 3492 are not sums
    const sheet = await readSheet(bytes.buffer, { parseNumber: (text: string) => text });
    const rows = sheet
      .slice(0, importLimits.rows * 2)
      .map((row) => row.slice(0, importLimits.columns + 1).map(textOf));
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

await readGiven();
