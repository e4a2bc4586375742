import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { ContingentImportBody } from '../../api/stock/file-routes.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';

/** What a file of contingents did, or would do. */
export type ContingentImportAnswer = z.output<typeof ContingentImportBody>;

/** An import of contingents from the file to its result: tried, then done. */
export function useContingentImport() {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({
    mutationFn: (chosen: File) =>
      provider.upload<ContingentImportAnswer>('/contingent-imports?dryRun=true', chosen, crypto.randomUUID()),
  });
  const run = useMutation({
    mutationFn: (chosen: File) =>
      intend({ name: chosen.name, size: chosen.size, at: chosen.lastModified }, (key) =>
        provider.upload<ContingentImportAnswer>('/contingent-imports', chosen, key),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['stock'] }),
  });
  return {
    file,
    check,
    run,
    choose: (chosen: File) => {
      setFile(chosen);
      run.reset();
      check.mutate(chosen);
    },
    startAgain: () => {
      setFile(null);
      check.reset();
      run.reset();
    },
  };
}
