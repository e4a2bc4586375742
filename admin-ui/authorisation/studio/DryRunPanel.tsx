import { Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useGetOne } from 'react-admin';
import { type RuleMoment, ruleMoments } from '../../../rules/options/life.ts';
import { useContactText } from '../../contacts/use-contact-text.ts';
import { Section } from '../../frame/Facts.tsx';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { useNameText } from '../../frame/records/use-record-text.ts';
import { ToneChip } from '../../frame/ToneChip.tsx';
import { unbroken } from '../../messages/unbroken.ts';
import { useText } from '../../messages/use-text.ts';
import type { PerformanceRow } from '../../performances/performance-record.ts';
import { usePerformanceText } from '../../performances/use-performance-text.ts';
import { PickRecord } from './PickRecord.tsx';
import type { DryRunRecord, RuleSetRecord } from './rule-set-record.ts';
import { useRuleSetVerb } from './use-rule-sets.ts';

const tones = { authorised: 'success', warned: 'warning', refused: 'error' } as const;
type ContactRow = Parameters<ReturnType<typeof useContactText>>[0] & { id: string };

/** Tries a version on a made-up request, beside the rules in force; nothing is written. */
export function DryRunPanel({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  const contactText = useContactText();
  const performanceText = usePerformanceText();
  const nameText = useNameText();
  const [moment, setMoment] = useState<RuleMoment>('request');
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
  const run = useRuleSetVerb<DryRunRecord>(ruleSet, 'dry-run');
  const chosen = categories.find(({ id }) => id === categoryId) ?? categories[0];
  const number = Number(quantity);
  const whole = contactId !== null && chosen !== undefined && Number.isInteger(number) && number > 0;
  return (
    <Section title={text('studio.dryRun.title')}>
      <Stack
        component="form"
        spacing={2}
        onSubmit={(event) => {
          event.preventDefault();
          if (whole)
            run.mutate({
              moment,
              contactId,
              performanceId,
              lines: [{ seatCategoryId: chosen.id, quantity: number }],
            });
        }}
      >
        <Typography color="text.secondary">{text('studio.dryRun.intro')}</Typography>
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
            filter={{ organisationId: ruleSet.organisationId }}
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
          <TextField
            select
            fullWidth
            label={text('studio.dryRun.moment')}
            value={moment}
            onChange={(event) =>
              setMoment(ruleMoments.find((known) => known === event.target.value) ?? 'request')
            }
          >
            {ruleMoments.map((each) => (
              <MenuItem key={each} value={each}>
                {text(`studio.moment.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        </Stack>
        <Button
          type="submit"
          variant="outlined"
          disabled={!whole}
          loading={run.isPending}
          sx={{ alignSelf: 'flex-start' }}
        >
          {text('studio.dryRun.submit')}
        </Button>
        {run.error !== null && <ProblemAlert failure={run.error} />}
        {run.data !== undefined && (
          <Stack role="status" direction={{ xs: 'column', sm: 'row' }} spacing={3}>
            {(['inForce', 'version'] as const).map((side) => (
              <Side key={side} title={text(`studio.dryRun.${side}`)} {...run.data[side]} />
            ))}
          </Stack>
        )}
      </Stack>
    </Section>
  );
}

function Side({ title, outcome, reasons }: { title: string } & DryRunRecord['version']) {
  const text = useText();
  return (
    <Stack spacing={0.5} sx={{ flex: 1, minWidth: 0 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography variant="subtitle2">{title}</Typography>
        <ToneChip tone={tones[outcome]} label={text(`studio.decision.${outcome}`)} />
      </Stack>
      {reasons.map(({ message }) => (
        <Typography key={message} variant="body2">
          {unbroken(message)}
        </Typography>
      ))}
    </Stack>
  );
}
