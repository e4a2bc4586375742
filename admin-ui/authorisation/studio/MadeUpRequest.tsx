import { MenuItem, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList, useGetOne } from 'react-admin';
import type { ManagedMoment } from '../../../rules/options/life.ts';
import { useContactText } from '../../contacts/use-contact-text.ts';
import { useNameText } from '../../frame/records/use-record-text.ts';
import { useText } from '../../messages/use-text.ts';
import type { PerformanceRow } from '../../performances/performance-record.ts';
import { usePerformanceText } from '../../performances/use-performance-text.ts';
import { MomentSelect } from './MomentSelect.tsx';
import { PickRecord } from './PickRecord.tsx';
import { TryForm, type TryFormProps } from './TryForm.tsx';

type ContactRow = Parameters<ReturnType<typeof useContactText>>[0] & { id: string };

/** A request nobody made: for whom, at which performance, how many places, at which moment. */
export function MadeUpRequest({ organisationId, ...form }: TryFormProps) {
  const text = useText();
  const contactText = useContactText();
  const performanceText = usePerformanceText();
  const nameText = useNameText();
  const [moment, setMoment] = useState<ManagedMoment>('request');
  const [contactId, setContact] = useState<string | null>(null);
  const [performanceId, setPerformance] = useState<string | null>(null);
  const [categoryId, setCategory] = useState('');
  const [quantity, setQuantity] = useState('10');
  const { data: performance } = useGetOne<PerformanceRow>(
    'performances',
    { id: performanceId ?? '' },
    { enabled: performanceId !== null },
  );
  const { data: categories = [] } = useGetList<{ id: string; name: string }>(
    'seat-categories',
    {
      filter: { venueId: performance?.venueId },
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'rank', order: 'ASC' },
    },
    { enabled: performance !== undefined },
  );
  const chosen = categories.find(({ id }) => id === categoryId) ?? categories[0];
  const number = Number(quantity);
  const whole = contactId !== null && chosen !== undefined && Number.isInteger(number) && number > 0;
  const lines = [{ seatCategoryId: chosen?.id, quantity: number }];
  const body = whole ? { moment, contactId, performanceId, lines } : null;
  return (
    <TryForm {...form} body={body}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <PickRecord<ContactRow>
          resource="contacts"
          label={text('studio.dryRun.contact')}
          value={contactId}
          onChange={setContact}
          optionText={contactText}
          sort={{ field: 'name', order: 'ASC' }}
        />
        <PickRecord<PerformanceRow>
          resource="performances"
          label={text('studio.dryRun.performance')}
          value={performanceId}
          onChange={setPerformance}
          optionText={performanceText}
          sort={{ field: 'startsAt', order: 'ASC' }}
          filter={{ organisationId }}
        />
      </Stack>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <TextField
          select
          fullWidth
          label={text('studio.dryRun.category')}
          value={chosen?.id ?? ''}
          disabled={categories.length === 0}
          onChange={(event) => setCategory(event.target.value)}
        >
          {categories.map((category) => (
            <MenuItem key={category.id} value={category.id}>
              {nameText(category)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          fullWidth
          label={text('studio.dryRun.quantity')}
          value={quantity}
          onChange={(event) => setQuantity(event.target.value)}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
        <MomentSelect value={moment} onChange={setMoment} />
      </Stack>
    </TryForm>
  );
}
