import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import type { ContactLinkRow } from './contact-record.ts';

/** What is sent about a link: to which door, with which words, at which version of it. */
export type LinkCall = { path: string; body: Readonly<Record<string, unknown>>; version?: number };

/** Adds or ends a link; what hangs on it is read anew. */
export function useLinkCall(onDone: (link: ContactLinkRow) => void) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  return useMutation({
    mutationFn: (call: LinkCall) =>
      intend(call, (key) => provider.act<ContactLinkRow>(call.path, call.body, key, call.version)),
    onSuccess: async (link) => {
      await Promise.all(
        ['contact-links', 'contacts', 'history'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
      onDone(link);
    },
  });
}
