import { Box, ButtonBase, Typography } from '@mui/material';
import { useGetList, useListContext } from 'react-admin';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { OptionRow } from './option-record.ts';
import { type QueueName, queueFilter, queueNames, queueOf } from './queues.ts';

function Queue({ name, active, onOpen }: { name: QueueName; active: boolean; onOpen: () => void }) {
  const text = useText();
  const format = useFormat();
  const organisation = useOrganisationFilter();
  const { total, meta } = useGetList<OptionRow>('options', {
    filter: { ...queueFilter(name), ...organisation },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  });
  const urgent = name === 'overdue' && total !== undefined && total > 0;
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
        {total === undefined ? '…' : `${meta?.capped === true ? '> ' : ''}${format.number(total)}`}
      </Typography>
    </ButtonBase>
  );
}

/** The work of the day, by queue, with what waits in each. */
export function OptionQueues() {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
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
          onOpen={() => setFilters(queueFilter(name))}
        />
      ))}
    </Box>
  );
}
