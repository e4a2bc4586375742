import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import type { PlanImportAnswer } from './hall-record.ts';

/** An import of a plan: the file is tried as soon as it is chosen, and taken when the person says so. */
export function usePlanImport(spaceId: string) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const [file, setFile] = useState<File | null>(null);
  const address = (dryRun: boolean) => `/spaces/${spaceId}/seat-plans?dryRun=${dryRun}`;
  const check = useMutation({
    mutationFn: (chosen: File) =>
      provider.upload<PlanImportAnswer>(address(true), chosen, crypto.randomUUID()),
  });
  const run = useMutation({
    mutationFn: (chosen: File) =>
      intend({ spaceId, name: chosen.name, size: chosen.size, at: chosen.lastModified }, (key) =>
        provider.upload<PlanImportAnswer>(address(false), chosen, key),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['seat-plans'] }),
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
  };
}
