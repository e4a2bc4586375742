import { useState } from 'react';
import { useDataProvider, useListContext } from 'react-admin';
import type { OptionRow } from '../option-record.ts';
import { mostInRun } from './bulk-verbs.ts';

/** Rows of one page of the API. */
const longestPage = 1_000;

/** Selects every option the list has found, in its order, up to as many as one run takes. */
export function useEveryId() {
  const provider = useDataProvider();
  const { resource, filterValues, filter, sort, total = 0, onSelect } = useListContext<OptionRow>();
  const [isPending, setPending] = useState(false);
  const selectAll = async () => {
    setPending(true);
    try {
      const ids: string[] = [];
      for (let page = 1; ids.length < Math.min(total, mostInRun); page += 1) {
        const { data } = await provider.getList<OptionRow>(resource, {
          filter: { ...filterValues, ...filter },
          sort,
          pagination: { page, perPage: longestPage },
        });
        ids.push(...data.map(({ id }) => id));
        if (data.length < longestPage) break;
      }
      onSelect(ids.slice(0, mostInRun));
    } finally {
      setPending(false);
    }
  };
  return { selectAll, isPending, found: Math.min(total, mostInRun) };
}
