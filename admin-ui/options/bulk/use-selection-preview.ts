import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { BulkPreviewAnswer } from '../../../api/options/bulk-schema.ts';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import type { BulkPreview, BulkVerb } from './bulk-verbs.ts';

type Answer = z.output<typeof BulkPreviewAnswer>;

/** What each verb can do with a selection that is too large to be looked at here: the API looks. */
export function useSelectionPreview(resource: string, ids: readonly string[], enabled: boolean) {
  const provider = useDataProvider<PlacetDataProvider>();
  return useQuery({
    queryKey: [resource, 'selection-preview', ids],
    queryFn: ({ signal }) => provider.preview<Answer>(`/${resource}/bulk/preview`, { ids }, signal),
    enabled,
  });
}

/** Of one verb. */
export function previewFrom(answer: Answer | undefined, verb: BulkVerb): BulkPreview | null {
  const found = answer?.verbs.find((each) => each.verb === verb);
  if (answer === undefined || found === undefined) return null;
  const { possible, impossible, obstacles } = found;
  return { possible, impossible, obstacles, validation: verb === 'validate' ? answer.validation : null };
}
