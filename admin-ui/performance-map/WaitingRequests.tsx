import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { OptionRow } from '../options/option-record.ts';
import { pollMs } from './use-performance-seats.ts';

const most = 25;

/** The requests that wait to be placed on a performance, the oldest first, followed like the seats are; each may be placed from here. */
export function WaitingRequests({
  performanceId,
  onPlace,
}: {
  performanceId: string;
  onPlace: (optionId: string) => void;
}) {
  const text = useText();
  const format = useFormat();
  const { data = [], total = 0 } = useGetList<OptionRow>(
    'options',
    {
      filter: { performanceId, state: 'requested' },
      pagination: { page: 1, perPage: most },
      sort: { field: 'requestedAt', order: 'ASC' },
    },
    { refetchInterval: pollMs },
  );
  const title = text('performanceMap.placing.waiting');
  return (
    <Box>
      <Typography variant="subtitle2" component="h3">
        {title}
      </Typography>
      {data.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {text('performanceMap.placing.nobody')}
        </Typography>
      )}
      <Box component="ul" aria-label={title} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.map((option) => (
          <Box
            key={option.id}
            component="li"
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              py: 0.5,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <MuiLink component={Link} to={`/options/${option.id}/show`}>
                {text('performanceMap.sources.option', { number: option.number })}
              </MuiLink>
              <Typography variant="caption" component="div" color="text.secondary">
                {option.contactName}
                {' · '}
                {text('performanceMap.placing.asked', { smart_count: option.requestedQuantity })}
              </Typography>
            </Box>
            <Button
              size="small"
              variant="outlined"
              aria-label={text('performanceMap.placing.placeOf', { number: format.number(option.number) })}
              onClick={() => onPlace(option.id)}
            >
              {text('performanceMap.placing.place')}
            </Button>
          </Box>
        ))}
      </Box>
      {total > data.length && (
        <Typography variant="body2" color="text.secondary">
          {text('performanceMap.placing.more', { shown: format.number(data.length) })}
        </Typography>
      )}
    </Box>
  );
}
