import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useGetList } from 'react-admin';
import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import type { WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import type { LetterTemplate } from '../../rules/letters/letter-template.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import type { LetterTextRecord } from './letter-text-record.ts';

/** Which text. */
export type TextPlace = { organisationId: string; kind: WrittenLetterKind; language: LetterLanguage };

const most = 200;

/** The drafts and the texts in force of an organisation; undefined until they are read. */
export function useTexts(filter: Partial<TextPlace> & { organisationId: string }) {
  const { data, error } = useGetList<LetterTextRecord>('letter-templates', {
    filter: { ...filter, state: ['draft', 'published'] },
    pagination: { page: 1, perPage: most },
    sort: { field: 'number', order: 'DESC' },
  });
  return { texts: data, error };
}

/** Everything shown of texts is read again. */
function useRefreshTexts(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['letter-templates'] }),
      queries.invalidateQueries({ queryKey: ['history'] }),
    ]);
  };
}

/** Writes the draft of a text: a new one, or the one there is. */
export function useSaveText(place: TextPlace, draft: LetterTextRecord | null, onDone: () => void) {
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const refresh = useRefreshTexts();
  return useMutation({
    mutationFn: (content: LetterTemplate) =>
      intend({ place, content, version: draft?.version }, async (key) => {
        if (draft === null) await provider.act('/letter-templates', { ...place, content }, key);
        else await provider.set(`/letter-templates/${draft.id}`, { content }, key, draft.version);
      }),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
}

/** Puts a draft in force, takes the text in force back, or throws a draft away. */
export function useTextVerb(
  verb: 'publish' | 'restore-shipped' | 'discard',
  record: LetterTextRecord | null,
  onDone: () => void,
) {
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const refresh = useRefreshTexts();
  return useMutation({
    mutationFn: () =>
      intend({ id: record?.id, verb, version: record?.version }, async (key) => {
        if (record === null) return;
        if (verb === 'discard')
          await provider.delete('letter-templates', { id: record.id, previousData: record });
        else await provider.act(`/letter-templates/${record.id}/${verb}`, {}, key, record.version);
      }),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
}
