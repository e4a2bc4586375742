import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import type { FileColumns, ImportAnswer, ImportField } from './import-record.ts';

/** How the columns are to be read. */
export type ColumnChoice = { mapping: (ImportField | null)[]; kind: FileColumns['kind'] };

function addressOf({ mapping, kind }: ColumnChoice, dryRun: boolean): string {
  const query = new URLSearchParams({ mapping: JSON.stringify(mapping), kind, dryRun: String(dryRun) });
  return `/contact-imports?${query}`;
}

/** An import from the file to its result: read, mapped, checked, done. Each step waits for the server's answer. */
export function useContactImport() {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const [file, setFile] = useState<File | null>(null);
  const [choice, setChoice] = useState<ColumnChoice>({ mapping: [], kind: 'individual' });
  const read = useMutation({
    mutationFn: (chosen: File) =>
      provider.upload<FileColumns>('/contact-imports/columns', chosen, crypto.randomUUID()),
    onSuccess: ({ columns, kind }) => setChoice({ mapping: columns.map(({ field }) => field), kind }),
  });
  const check = useMutation({
    mutationFn: (chosen: File) =>
      provider.upload<ImportAnswer>(addressOf(choice, true), chosen, crypto.randomUUID()),
  });
  const run = useMutation({
    mutationFn: (chosen: File) =>
      intend({ name: chosen.name, size: chosen.size, at: chosen.lastModified, choice }, (key) =>
        provider.upload<ImportAnswer>(addressOf(choice, false), chosen, key),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contacts'] }),
  });
  return {
    file,
    columns: read.data ?? null,
    choice,
    read,
    check,
    run,
    choose: (chosen: File) => {
      setFile(chosen);
      check.reset();
      run.reset();
      read.mutate(chosen);
    },
    change: (changed: ColumnChoice) => {
      setChoice(changed);
      check.reset();
    },
    startAgain: () => {
      setFile(null);
      read.reset();
      check.reset();
      run.reset();
    },
  };
}
