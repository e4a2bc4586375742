import { useListContext } from 'react-admin';
import { QueueBar, QueueButton } from '../frame/QueueBar.tsx';
import { useText } from '../messages/use-text.ts';
import { type QueueName, queueFilter, queueNames, queueOf, queueSort } from './queues.ts';
import { useQueueCount } from './use-queue-count.ts';

function Queue({ name, active, onOpen }: { name: QueueName; active: boolean; onOpen: () => void }) {
  const text = useText();
  const { count, urgent } = useQueueCount(name);
  return (
    <QueueButton
      label={text(`options.queue.${name}`)}
      count={count}
      tone={urgent ? 'error' : null}
      active={active}
      onOpen={onOpen}
    />
  );
}

/** The work of the day, by queue, with what waits in each. */
export function OptionQueues() {
  const text = useText();
  const { filterValues, setFilters, setSort } = useListContext();
  const current = queueOf(filterValues);
  return (
    <QueueBar label={text('options.queue.label')}>
      {queueNames.map((name) => (
        <Queue
          key={name}
          name={name}
          active={current === name}
          onOpen={() => {
            setFilters(queueFilter(name));
            setSort(queueSort(name));
          }}
        />
      ))}
    </QueueBar>
  );
}
