import { useMutation } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { OptionKind } from '../../../rules/options/rights.ts';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import { useIntention } from '../../provider/intention.ts';
import { resourceOf } from '../option-record.ts';
import type { BulkVerb } from './bulk-verbs.ts';

/** Hands a verb on a large selection over: it goes on by itself. */
export function useLargeRun(verb: BulkVerb, kind: OptionKind) {
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  return useMutation({
    mutationFn: ({ ids, words }: { ids: readonly string[]; words: Readonly<Record<string, unknown>> }) =>
      intend({ verb, ids, words }, (key) =>
        provider.act<{ bulkRunId: string }>(`/${resourceOf(kind)}/bulk/${verb}`, { ids, ...words }, key),
      ),
  });
}
