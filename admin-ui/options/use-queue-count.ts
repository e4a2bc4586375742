import { useGetList } from 'react-admin';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { useFormat } from '../messages/use-format.ts';
import type { OptionRow } from './option-record.ts';
import { type QueueName, queueFilter } from './queues.ts';

/** How many options wait in a queue, as it is written; `urgent` when that many are too late. */
export function useQueueCount(name: QueueName): { count: string; urgent: boolean } {
  const format = useFormat();
  const organisation = useOrganisationFilter();
  const { total, meta } = useGetList<OptionRow>('options', {
    filter: { ...queueFilter(name), ...organisation },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  });
  if (total === undefined) return { count: '…', urgent: false };
  return {
    count: `${meta?.capped === true ? '> ' : ''}${format.number(total)}`,
    urgent: name === 'overdue' && total > 0,
  };
}
