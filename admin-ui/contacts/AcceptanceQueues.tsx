import { useListContext } from 'react-admin';
import { acceptances } from '../../rules/contacts/acceptance.ts';
import { QueueBar, QueueButton, useQueueTotal } from '../frame/QueueBar.tsx';
import { useText } from '../messages/use-text.ts';

const queues = ['all', ...acceptances] as const;
type QueueName = (typeof queues)[number];

function Queue({ name, active, onOpen }: { name: QueueName; active: boolean; onOpen: () => void }) {
  const text = useText();
  const { count, any } = useQueueTotal('contacts', {
    kind: 'structure',
    ...(name === 'all' ? {} : { acceptance: name }),
  });
  return (
    <QueueButton
      label={text(`people.queue.${name}`)}
      count={count}
      tone={any && name === 'pending' ? 'warning' : null}
      active={active}
      onOpen={onOpen}
    />
  );
}

/** Structures by their acceptance, those that wait first, with how many there are. */
export function AcceptanceQueues() {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
  const { acceptance, ...rest } = filterValues;
  return (
    <QueueBar label={text('people.queue.label')}>
      {queues.map((name) => (
        <Queue
          key={name}
          name={name}
          active={(acceptance ?? 'all') === name}
          onOpen={() => setFilters(name === 'all' ? rest : { ...rest, acceptance: name })}
        />
      ))}
    </QueueBar>
  );
}
