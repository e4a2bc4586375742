import { Box, Chip } from '@mui/material';
import { Link } from 'react-router';
import { useText } from '../messages/use-text.ts';
import { type QueueName, queueAddress } from './queues.ts';
import { useQueueCount } from './use-queue-count.ts';

const watched: readonly QueueName[] = ['dueSoon', 'overdue', 'refused'];

function QueueLink({ name }: { name: QueueName }) {
  const text = useText();
  const { count, urgent } = useQueueCount(name);
  return (
    <Chip
      component={Link}
      to={queueAddress(name)}
      clickable
      variant="outlined"
      color={urgent ? 'error' : 'default'}
      label={text('options.queue.counted', { queue: text(`options.queue.${name}`), count })}
    />
  );
}

/** What waits among the placed options, with the way to each queue: for the lists where people land. */
export function QueueLinks() {
  const text = useText();
  return (
    <Box
      component="nav"
      aria-label={text('options.queue.watched')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}
    >
      {watched.map((name) => (
        <QueueLink key={name} name={name} />
      ))}
    </Box>
  );
}
