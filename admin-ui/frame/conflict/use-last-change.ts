import { useGetList } from 'react-admin';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { actorOf, type HistoryRow } from '../../options/history-row.ts';
import { useRight } from '../../provider/session.ts';

/** A record as history names it. */
export type Subject = { type: string; id: string };

/** Says who changed a record last and when; that somebody did, where the reader may not know who. */
export function useLastChange({ type, id }: Subject): string {
  const text = useText();
  const format = useFormat();
  const { data } = useGetList<HistoryRow>(
    'history',
    {
      filter: { subjectType: type, subjectId: id },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'at', order: 'DESC' },
    },
    { enabled: useRight('history.history:read'), staleTime: 0 },
  );
  const last = data?.[0];
  if (last === undefined) return text('conflict.unknown');
  return text('conflict.by', {
    actor: actorOf(last, text) ?? text('options.show.byTime'),
    at: format.instant(last.at),
  });
}
