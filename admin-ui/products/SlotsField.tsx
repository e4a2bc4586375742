import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Button, IconButton, Stack, TextField } from '@mui/material';
import { useGetOne } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useText } from '../messages/use-text.ts';
import { VenueInstantField } from '../options/VenueInstantField.tsx';
import type { ProductRecord, ProductSlot } from './product-record.ts';

/** The dates and times of a visit, each with its guide and how many may come. */
export function SlotsField() {
  const text = useText();
  const { setValue } = useFormContext<ProductRecord>();
  const slots = useWatch<ProductRecord, 'slots'>({ name: 'slots' }) ?? [];
  const venueId = useWatch<ProductRecord, 'venueId'>({ name: 'venueId' }) ?? '';
  const { data: venue } = useGetOne<{ id: string; timeZone: string }>(
    'venues',
    { id: venueId },
    { enabled: venueId !== '' },
  );
  const timeZone = venue?.timeZone ?? 'Europe/Paris';
  const set = (next: readonly ProductSlot[]) => setValue('slots', [...next], { shouldDirty: true });
  const change = (at: number, part: Partial<ProductSlot>) =>
    set(slots.map((slot, position) => (position === at ? { ...slot, ...part } : slot)));
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
      {slots.map((slot, at) => (
        <Stack
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot has no name of its own, and none is reordered
          key={at}
          role="group"
          aria-label={text('products.slot', { number: at + 1 })}
          direction={{ xs: 'column', sm: 'row' }}
          spacing={1}
          sx={{ width: '100%' }}
        >
          <VenueInstantField
            label={text('products.slotStart')}
            help={text('products.slotClock')}
            value={slot.startsAt === '' ? null : slot.startsAt}
            timeZone={timeZone}
            onChange={(startsAt) => change(at, { startsAt: startsAt ?? '' })}
          />
          <TextField
            label={text('products.guide')}
            value={slot.guide ?? ''}
            onChange={({ target }) => change(at, { guide: target.value === '' ? null : target.value })}
            fullWidth
          />
          <TextField
            type="number"
            label={text('products.capacity')}
            value={slot.capacity}
            onChange={({ target }) => change(at, { capacity: Math.max(0, Math.trunc(Number(target.value))) })}
            slotProps={{ htmlInput: { min: 0 } }}
            sx={{ width: { sm: 130 }, flexShrink: 0 }}
          />
          <IconButton
            aria-label={text('products.removeSlot', { number: at + 1 })}
            onClick={() => set(slots.filter((_slot, position) => position !== at))}
            sx={{ alignSelf: 'center' }}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </Stack>
      ))}
      <Button
        startIcon={<AddIcon />}
        onClick={() => set([...slots, { startsAt: '', guide: null, capacity: 20 }])}
      >
        {text('products.addSlot')}
      </Button>
    </Stack>
  );
}
