import { Box, Stack, TextField, Typography } from '@mui/material';
import { useGetList, useGetOne } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { ColourDot } from '../frame/ColourDot.tsx';
import { useFieldLabel, useNameText } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import type { CategoryRecord } from '../venues/venue-record.ts';
import type { ConfigurationRecord, SpaceRecord } from './hall-record.ts';

/** How many places each category of the venue has, in a configuration by quantity. An empty one is not in it. */
export function CapacitiesEntry() {
  const text = useText();
  const label = useFieldLabel();
  const nameText = useNameText();
  const { setValue } = useFormContext<ConfigurationRecord>();
  const spaceId = useWatch<ConfigurationRecord, 'spaceId'>({ name: 'spaceId' }) ?? '';
  const capacities = useWatch<ConfigurationRecord, 'capacities'>({ name: 'capacities' }) ?? [];
  const { data: space } = useGetOne<SpaceRecord>('spaces', { id: spaceId }, { enabled: spaceId !== '' });
  const { data: categories = [] } = useGetList<CategoryRecord>(
    'seat-categories',
    {
      filter: { venueId: space?.venueId },
      pagination: { page: 1, perPage: 200 },
      sort: { field: 'rank', order: 'ASC' },
    },
    { enabled: space !== undefined },
  );
  const known = new Map(capacities.map(({ seatCategoryId, capacity }) => [seatCategoryId, capacity]));
  const set = (id: string, typed: string) => {
    const next = new Map(known);
    if (/^\d{1,6}$/.test(typed)) next.set(id, Number(typed));
    else next.delete(id);
    const ordered = categories.flatMap((category) => {
      const capacity = next.get(category.id);
      return capacity === undefined ? [] : [{ seatCategoryId: category.id, capacity }];
    });
    setValue('capacities', ordered, { shouldDirty: true });
  };
  return (
    <Box role="group" aria-label={label('capacities')}>
      <Typography variant="subtitle2">{label('capacities')}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {text('halls.capacitiesHelp')}
      </Typography>
      <Stack spacing={1.5}>
        {categories.map((category) => (
          <Stack key={category.id} direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
            <ColourDot colour={category.colour} />
            <TextField
              label={nameText(category)}
              value={known.get(category.id) ?? ''}
              onChange={(event) => set(category.id, event.target.value.trim())}
              size="small"
              slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 6 } }}
              sx={{ maxWidth: 260 }}
            />
          </Stack>
        ))}
      </Stack>
    </Box>
  );
}
