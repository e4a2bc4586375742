import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { useQueueTotal } from '../frame/QueueBar.tsx';
import { type QueueName, queueFilter } from './queues.ts';

/** How many options wait in a queue, as it is written; `urgent` when that many are too late. */
export function useQueueCount(name: QueueName): { count: string; urgent: boolean } {
  const organisation = useOrganisationFilter();
  const { count, any } = useQueueTotal('options', { ...queueFilter(name), ...organisation });
  return { count, urgent: any && name === 'overdue' };
}
