import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';

/** An import of a file: tried as soon as it is chosen, and done when the person says so. `resource` is read again then. */
export function useFileImport<Answer>(path: string, resource: string) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const [file, setFile] = useState<File | null>(null);
  const address = (dryRun: boolean) => `${path}?dryRun=${dryRun}`;
  const check = useMutation({
    mutationFn: (chosen: File) => provider.upload<Answer>(address(true), chosen, crypto.randomUUID()),
  });
  const run = useMutation({
    mutationFn: (chosen: File) =>
      intend({ path, name: chosen.name, size: chosen.size, at: chosen.lastModified }, (key) =>
        provider.upload<Answer>(address(false), chosen, key),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: [resource] }),
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
