import { Box, ButtonBase, Typography } from '@mui/material';
import { useListContext } from 'react-admin';
import { useText } from '../messages/use-text.ts';
import { type QueueName, queueFilter, queueNames, queueOf, queueSort } from './queues.ts';
import { useQueueCount } from './use-queue-count.ts';

function Queue({ name, active, onOpen }: { name: QueueName; active: boolean; onOpen: () => void }) {
  const text = useText();
  const { count, urgent } = useQueueCount(name);
  return (
    <ButtonBase
      aria-pressed={active}
      onClick={onOpen}
      sx={{
        flex: 'none',
        px: 1.75,
        py: 1,
        gap: 1,
        borderRadius: 2,
        border: 1,
        borderColor: active ? 'primary.main' : 'divider',
        bgcolor: 'background.paper',
        color: active ? 'primary.main' : 'text.primary',
        '&:hover': { borderColor: 'primary.main' },
      }}
    >
      <Typography component="span" variant="body2" sx={{ fontWeight: active ? 650 : 500 }}>
        {text(`options.queue.${name}`)}
      </Typography>
      <Typography
        component="span"
        variant="body2"
        sx={{ fontWeight: 700, minWidth: 20, textAlign: 'right', color: urgent ? 'error.main' : undefined }}
      >
        {count}
      </Typography>
    </ButtonBase>
  );
}

/** The work of the day, by queue, with what waits in each. */
export function OptionQueues() {
  const text = useText();
  const { filterValues, setFilters, setSort } = useListContext();
  const current = queueOf(filterValues);
  return (
    <Box
      role="group"
      aria-label={text('options.queue.label')}
      sx={{ display: 'flex', gap: 1, mb: 2, overflowX: 'auto', p: '3px', m: '-3px', pb: 2 }}
    >
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
    </Box>
  );
}
