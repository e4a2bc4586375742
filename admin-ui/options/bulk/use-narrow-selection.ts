import { useState } from 'react';
import { useDataProvider, useListContext, useNotify } from 'react-admin';
import type { z } from 'zod';
import type { BulkPreviewAnswer } from '../../../api/options/bulk-schema.ts';
import { useText } from '../../messages/use-text.ts';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import type { OptionRow } from '../option-record.ts';
import type { BulkVerb } from './bulk-verbs.ts';

/** Leaves of a large selection the options on which a verb is possible: the others stay as they are. */
export function useNarrowSelection() {
  const text = useText();
  const notify = useNotify();
  const provider = useDataProvider<PlacetDataProvider>();
  const { resource, selectedIds = [], onSelect } = useListContext<OptionRow>();
  const [isPending, setPending] = useState(false);
  /** Whether they are known now. */
  const narrow = async (verb: BulkVerb): Promise<boolean> => {
    setPending(true);
    try {
      const { possibleIds = [] } = await provider.preview<z.output<typeof BulkPreviewAnswer>>(
        `/${resource}/bulk/preview`,
        { ids: selectedIds, verb },
        new AbortController().signal,
      );
      onSelect(possibleIds);
      return true;
    } catch {
      notify(text('frame.failure.load'), { type: 'error' });
      return false;
    } finally {
      setPending(false);
    }
  };
  return { narrow, isPending };
}
