import { Box } from '@mui/material';
import { useState } from 'react';
import type { ManagedMoment } from '../../../rules/options/life.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import type { OptionRow } from '../../options/option-record.ts';
import { MomentSelect } from './MomentSelect.tsx';
import { PickRecord } from './PickRecord.tsx';
import { TryForm, type TryFormProps } from './TryForm.tsx';

/** An option that is there, found by its number, its contact or its event, and the moment it is tried at. */
export function ExistingOption({ organisationId, ...form }: TryFormProps) {
  const text = useText();
  const format = useFormat();
  const [optionId, setOption] = useState<string | null>(null);
  const [moment, setMoment] = useState<ManagedMoment>('placement');
  const optionText = ({ number, contactName, eventName, startsAt, timeZone }: OptionRow) =>
    text('studio.dryRun.optionText', {
      number,
      contact: contactName,
      event: eventName,
      at: format.performance(startsAt, timeZone),
    });
  return (
    <TryForm {...form} body={optionId === null ? null : { optionId, moment }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' } }}>
        <PickRecord<OptionRow>
          resource="options"
          label={text('studio.dryRun.which')}
          value={optionId}
          onChange={setOption}
          optionText={optionText}
          sort={{ field: 'number', order: 'DESC' }}
          filter={{ organisationId }}
        />
        <MomentSelect value={moment} onChange={setMoment} />
      </Box>
    </TryForm>
  );
}
