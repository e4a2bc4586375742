import CloseIcon from '@mui/icons-material/Close';
import { Autocomplete, Box, IconButton, Stack, TextField, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { MoveButtons } from '../frame/MoveButtons.tsx';
import type { SettingRecord } from '../frame/records/record-kind.ts';
import { useFieldLabel, useNameText } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import type { ChannelRecord } from './channel-record.ts';

/** The ids in another order, each at its rank. */
function ranked(ids: readonly string[]) {
  return ids.map((contingentId, index) => ({ contingentId, rank: index + 1 }));
}

function swapped(ids: readonly string[], index: number, by: -1 | 1): string[] {
  const order = [...ids];
  const [moved] = order.splice(index, 1);
  if (moved !== undefined) order.splice(index + by, 0, moved);
  return order;
}

/** The contingents a channel draws from, in their order: added by name, moved, taken out. */
export function DrawsEntry() {
  const text = useText();
  const label = useFieldLabel();
  const nameText = useNameText();
  const { setValue } = useFormContext<ChannelRecord>();
  const draws = useWatch<ChannelRecord, 'contingents'>({ name: 'contingents' }) ?? [];
  const { data: contingents = [] } = useGetList<SettingRecord>('contingents', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'name', order: 'ASC' },
  });
  const ids = draws.toSorted((one, other) => one.rank - other.rank).map(({ contingentId }) => contingentId);
  const set = (next: readonly string[]) => setValue('contingents', ranked(next), { shouldDirty: true });
  const byId = (id: string) => contingents.find((contingent) => contingent.id === id);
  return (
    <Box role="group" aria-label={label('contingents')}>
      <Typography variant="subtitle2">{label('contingents')}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {text(ids.length === 0 ? 'settings.channel.noContingent' : 'settings.help.contingents')}
      </Typography>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {ids.map((id, index) => (
          <Stack
            key={id}
            component="li"
            direction="row"
            sx={{ alignItems: 'center', borderBottom: 1, borderColor: 'divider', py: 0.25 }}
          >
            <Typography sx={{ flex: 1 }}>{`${index + 1}. ${nameText(byId(id))}`}</Typography>
            <MoveButtons
              name={nameText(byId(id))}
              first={index === 0}
              last={index === ids.length - 1}
              onMove={(by) => set(swapped(ids, index, by))}
            />
            <IconButton
              size="small"
              aria-label={text('settings.common.take', { name: nameText(byId(id)) })}
              onClick={() => set(ids.filter((other) => other !== id))}
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          </Stack>
        ))}
      </Box>
      <Autocomplete
        key={ids.length}
        options={contingents.filter(({ id }) => !ids.includes(id))}
        getOptionLabel={nameText}
        getOptionKey={({ id }) => id}
        onChange={(_, contingent) => {
          if (contingent !== null) set([...ids, contingent.id]);
        }}
        renderInput={(params) => <TextField {...params} label={text('settings.channel.choose')} />}
        sx={{ mt: 1.5, maxWidth: 360 }}
      />
    </Box>
  );
}
