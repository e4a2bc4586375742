import { z } from 'zod';
import { askProcess } from '../../ask-process.ts';
import { Problem } from '../../problem.ts';
import { importLimits, type TableRow, type WorkbookLimits } from './table.ts';

const Told = z.union([
  z.object({ rows: z.array(z.array(z.string())) }),
  z.object({ fault: z.enum(['import.tooLarge', 'import.unreadable']) }),
]);

/**
 * The rows of the first sheet of an XLSX workbook, every cell as text. It is read in a process of its own, within bounds
 * of memory and time: a workbook made to swell ends that process and nothing else.
 * @throws Problem `import.tooLarge` | `import.unreadable`
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = importLimits,
): Promise<TableRow[]> {
  const answer = await askProcess(
    {
      module: new URL('./workbook-process.ts', import.meta.url),
      megabytes: limits.megabytes,
      seconds: limits.seconds,
      tooMuch: new Problem('import.tooLarge'),
    },
    { bytes, limits },
  );
  const told = Told.parse(answer);
  if ('fault' in told) throw new Problem(told.fault);
  return told.rows.map((cells, index) => ({ line: index + 1, cells }));
}
