import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { Problem } from '../../problem.ts';
import { importLimits, type TableRow, type WorkbookLimits } from './table.ts';

const Told = z.union([
  z.object({ rows: z.array(z.array(z.string())) }),
  z.object({ fault: z.enum(['import.tooLarge', 'import.unreadable']) }),
]);

/**
 * The rows of the first sheet of an XLSX workbook, every cell as text. It is read in a thread of its own, within bounds
 * of memory and time: a workbook made to swell ends that thread and nothing else.
 * @throws Problem `import.tooLarge` | `import.unreadable`
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = importLimits,
): Promise<TableRow[]> {
  const worker = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    stdout: true,
    stderr: true,
  });
  const tooLong = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Problem('import.tooLarge')), limits.seconds * 1000);
    worker.once('exit', () => clearTimeout(timer));
  });
  const answer = new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', (failure) =>
      reject(isOutOfMemory(failure) ? new Problem('import.tooLarge') : failure),
    );
    worker.once('exit', () => reject(new Problem('import.unreadable')));
  });
  try {
    const told = Told.parse(await Promise.race([answer, tooLong]));
    if ('fault' in told) throw new Problem(told.fault);
    return told.rows.map((cells, index) => ({ line: index + 1, cells }));
  } finally {
    await worker.terminate();
  }
}

function isOutOfMemory(failure: unknown): boolean {
  return (
    typeof failure === 'object' &&
    failure !== null &&
    'code' in failure &&
    failure.code === 'ERR_WORKER_OUT_OF_MEMORY'
  );
}
