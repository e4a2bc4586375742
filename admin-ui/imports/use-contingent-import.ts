import type { z } from 'zod';
import type { ContingentImportBody } from '../../api/stock/file-routes.ts';
import { useFileImport } from './use-file-import.ts';

/** What a file of contingents did, or would do. */
export type ContingentImportAnswer = z.output<typeof ContingentImportBody>;

/** An import of contingents from the file to its result: tried, then done. */
export function useContingentImport() {
  return useFileImport<ContingentImportAnswer>('/contingent-imports', 'stock');
}
