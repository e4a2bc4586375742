import { useGetList } from 'react-admin';
import type { HistoryRow } from '../options/history-row.ts';
import { useRight } from '../provider/session.ts';

/** When a contact, or a relay for it, last came into their own space; null when never, undefined while not known. */
export function useLastSignIn(contactId: string): string | null | undefined {
  const may = useRight('history.history:read');
  const { data } = useGetList<HistoryRow>(
    'history',
    {
      filter: { subjectType: 'contact', subjectId: contactId, verb: 'sign-in' },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'at', order: 'DESC' },
    },
    { enabled: may },
  );
  return data === undefined ? undefined : (data[0]?.at ?? null);
}
