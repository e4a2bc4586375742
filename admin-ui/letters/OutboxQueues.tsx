import { useListContext } from 'react-admin';
import { letterStates } from '../../rules/letters/letter-states.ts';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { QueueBar, QueueButton, useQueueTotal } from '../frame/QueueBar.tsx';
import { useText } from '../messages/use-text.ts';

const queues = ['all', ...letterStates.filter((state) => state !== 'superseded')] as const;
type QueueName = (typeof queues)[number];

function Queue({ name, active, onOpen }: { name: QueueName; active: boolean; onOpen: () => void }) {
  const text = useText();
  const organisation = useOrganisationFilter();
  const { count, any } = useQueueTotal('letters', {
    ...organisation,
    ...(name === 'all' ? {} : { state: name }),
  });
  return (
    <QueueButton
      label={name === 'all' ? text('screens.letter.outbox.all') : text(`screens.letter.state.${name}`)}
      count={count}
      tone={any && (name === 'failed' || name === 'bounced') ? 'error' : null}
      active={active}
      onOpen={onOpen}
    />
  );
}

/** Whether a filter asks for this one state. */
function isState(filter: unknown, name: QueueName): boolean {
  const asked: unknown = Array.isArray(filter) && filter.length === 1 ? filter[0] : filter;
  return (asked ?? 'all') === name;
}

/** Letters by how far they came, with how many there are. */
export function OutboxQueues() {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
  const { state, ...rest } = filterValues;
  return (
    <QueueBar label={text('screens.letter.outbox.label')}>
      {queues.map((name) => (
        <Queue
          key={name}
          name={name}
          active={isState(state, name)}
          onOpen={() => setFilters(name === 'all' ? rest : { ...rest, state: [name] })}
        />
      ))}
    </QueueBar>
  );
}
