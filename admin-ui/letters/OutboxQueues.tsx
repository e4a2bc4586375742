import { Box, ButtonBase, Typography } from '@mui/material';
import { useGetList, useListContext } from 'react-admin';
import { letterStates } from '../../rules/letters/letter-states.ts';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { LetterRow } from './letter-record.ts';

const queues = ['all', ...letterStates.filter((state) => state !== 'superseded')] as const;
type QueueName = (typeof queues)[number];

function Queue({ name, active, onOpen }: { name: QueueName; active: boolean; onOpen: () => void }) {
  const text = useText();
  const format = useFormat();
  const organisation = useOrganisationFilter();
  const { total, meta } = useGetList<LetterRow>('letters', {
    filter: { ...organisation, ...(name === 'all' ? {} : { state: name }) },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  });
  const urgent = (name === 'failed' || name === 'bounced') && total !== undefined && total > 0;
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
        {name === 'all' ? text('screens.letter.outbox.all') : text(`screens.letter.state.${name}`)}
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
    <Box
      role="group"
      aria-label={text('screens.letter.outbox.label')}
      sx={{ display: 'flex', gap: 1, mb: 2, overflowX: 'auto', p: '3px', m: '-3px', pb: 2 }}
    >
      {queues.map((name) => (
        <Queue
          key={name}
          name={name}
          active={isState(state, name)}
          onOpen={() => setFilters(name === 'all' ? rest : { ...rest, state: [name] })}
        />
      ))}
    </Box>
  );
}
