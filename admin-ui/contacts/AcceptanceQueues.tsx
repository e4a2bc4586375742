import { Box, ButtonBase, Typography } from '@mui/material';
import { useGetList, useListContext } from 'react-admin';
import { acceptances } from '../../rules/contacts/acceptance.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { ContactRow } from './contact-record.ts';

const queues = ['all', ...acceptances] as const;
type QueueName = (typeof queues)[number];

function Queue({ name, active, onOpen }: { name: QueueName; active: boolean; onOpen: () => void }) {
  const text = useText();
  const format = useFormat();
  const { total, meta } = useGetList<ContactRow>('contacts', {
    filter: { kind: 'structure', ...(name === 'all' ? {} : { acceptance: name }) },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  });
  const urgent = name === 'pending' && total !== undefined && total > 0;
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
        {text(`people.queue.${name}`)}
      </Typography>
      <Typography
        component="span"
        variant="body2"
        sx={{ fontWeight: 700, minWidth: 20, textAlign: 'right', color: urgent ? 'warning.main' : undefined }}
      >
        {total === undefined ? '…' : `${meta?.capped === true ? '> ' : ''}${format.number(total)}`}
      </Typography>
    </ButtonBase>
  );
}

/** Structures by their acceptance, those that wait first, with how many there are. */
export function AcceptanceQueues() {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
  const { acceptance, ...rest } = filterValues;
  return (
    <Box
      role="group"
      aria-label={text('people.queue.label')}
      sx={{ display: 'flex', gap: 1, mb: 2, overflowX: 'auto', p: '3px', m: '-3px', pb: 2 }}
    >
      {queues.map((name) => (
        <Queue
          key={name}
          name={name}
          active={(acceptance ?? 'all') === name}
          onOpen={() => setFilters(name === 'all' ? rest : { ...rest, acceptance: name })}
        />
      ))}
    </Box>
  );
}
