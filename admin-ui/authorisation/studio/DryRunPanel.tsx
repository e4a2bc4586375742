import { Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { Section } from '../../frame/Facts.tsx';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { ToneChip } from '../../frame/ToneChip.tsx';
import { unbroken } from '../../messages/unbroken.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import { ExistingOption } from './ExistingOption.tsx';
import { MadeUpRequest } from './MadeUpRequest.tsx';
import type { DryRunRecord, RuleSetRecord } from './rule-set-record.ts';
import { useRuleSetVerb } from './use-rule-sets.ts';

const tones = { authorised: 'success', warned: 'warning', refused: 'error' } as const;
const ways = ['option', 'madeUp'] as const;

/** Tries a version on an option or on a made-up request, beside the rules in force; nothing is written. */
export function DryRunPanel({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  const mayReadOptions = useRight('options.seats.requests:read');
  const [way, setWay] = useState<(typeof ways)[number]>(mayReadOptions ? 'option' : 'madeUp');
  const [tried, setTried] = useState<number | null>(null);
  const run = useRuleSetVerb<DryRunRecord>(ruleSet, 'dry-run');
  const form = {
    organisationId: ruleSet.organisationId,
    pending: run.isPending,
    onTry: (body: object) => {
      setTried(ruleSet.edition);
      run.mutate(body);
    },
  };
  return (
    <Section title={text('studio.dryRun.title')}>
      <Stack spacing={2}>
        <Typography color="text.secondary">{text('studio.dryRun.intro')}</Typography>
        {mayReadOptions && (
          <ToggleButtonGroup
            exclusive
            size="small"
            value={way}
            aria-label={text('studio.dryRun.title')}
            onChange={(_event, next: (typeof ways)[number] | null) => {
              if (next === null) return;
              setWay(next);
              run.reset();
            }}
          >
            {ways.map((each) => (
              <ToggleButton key={each} value={each} sx={{ px: 1.5, py: 0.5 }}>
                {text(`studio.dryRun.${each}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
        {way === 'option' ? <ExistingOption {...form} /> : <MadeUpRequest {...form} />}
        {run.error !== null && <ProblemAlert failure={run.error} />}
        {/* rules that have changed since would decide otherwise */}
        {run.data !== undefined && tried === ruleSet.edition && <Decisions answer={run.data} />}
      </Stack>
    </Section>
  );
}

/** What was tried, and both decisions side by side. */
function Decisions({ answer }: { answer: DryRunRecord }) {
  const text = useText();
  const format = useFormat();
  const { moment, quantity, performances } = answer;
  const dates = performances.map(({ startsAt, timeZone }) => format.performance(startsAt, timeZone));
  return (
    <Stack role="status" spacing={1.5}>
      <Typography variant="body2" color="text.secondary">
        {[
          text(`studio.moment.${moment}`),
          text('studio.dryRun.places', { smart_count: quantity }),
          ...dates,
        ].join(' · ')}
      </Typography>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={3}>
        {(['inForce', 'version'] as const).map((side) => (
          <Side key={side} title={text(`studio.dryRun.${side}`)} {...answer[side]} />
        ))}
      </Stack>
    </Stack>
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
      {reasons.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {text('studio.dryRun.nothingAgainst')}
        </Typography>
      )}
      {reasons.map(({ message }) => (
        <Typography key={message} variant="body2">
          {unbroken(message)}
        </Typography>
      ))}
    </Stack>
  );
}
