import {
  Alert,
  Box,
  Button,
  LinearProgress,
  Link as MuiLink,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { Link } from 'react-router';
import { Section } from '../../frame/Facts.tsx';
import { ProblemAlert } from '../../frame/ProblemAlert.tsx';
import { pageOf } from '../../frame/records/record-kind.ts';
import { ToneChip } from '../../frame/ToneChip.tsx';
import { unbroken } from '../../messages/unbroken.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import { useRight } from '../../provider/session.ts';
import type { ImpactRecord, RuleSetRecord } from './rule-set-record.ts';
import { isGoing, useImpact, useRuleSetVerb } from './use-rule-sets.ts';

const tones = { authorised: 'success', warned: 'warning', refused: 'error' } as const;
const mostRequests = 10_000;

/** What a version would decide otherwise: worked out on demand, with progress, and every flip explained on both sides. */
export function ImpactPanel({ ruleSet }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  const mayWrite = useRight('authorisation.rules:modify');
  const { data: impact, error } = useImpact(ruleSet.id);
  const [requests, setRequests] = useState('500');
  const start = useRuleSetVerb(ruleSet, 'impact');
  const cancel = useRuleSetVerb(ruleSet, 'cancel-impact');
  const going = impact != null && isGoing(impact);
  const number = Number(requests);
  const sound = Number.isInteger(number) && number >= 1 && number <= mostRequests;
  const open = ruleSet.state === 'draft' || ruleSet.state === 'simulated';
  if (!open && impact === null) return null; // a version that was rolled back to is published without one
  return (
    <Section title={text('studio.impact.title')}>
      <Stack spacing={2}>
        <Typography color="text.secondary">
          {text('studio.impact.intro')}
          {open && impact === null && ` ${text('studio.impact.needed')}`}
        </Typography>
        {open && mayWrite && (
          <Stack direction="row" useFlexGap sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'flex-start' }}>
            <TextField
              size="small"
              label={text('studio.impact.requests')}
              value={requests}
              onChange={(event) => setRequests(event.target.value)}
              error={!sound}
              helperText={sound ? undefined : text('studio.impact.requestsRange')}
              slotProps={{ htmlInput: { inputMode: 'numeric' } }}
              sx={{ width: 200 }}
            />
            <Button
              variant="contained"
              disabled={!sound || going}
              loading={start.isPending}
              onClick={() => start.mutate({ requests: number })}
            >
              {text('studio.impact.submit')}
            </Button>
          </Stack>
        )}
        {start.error !== null && <ProblemAlert failure={start.error} />}
        {error !== null && <ProblemAlert failure={error} />}
        {going && (
          <Stack spacing={1}>
            <LinearProgress
              variant={impact.total === 0 ? 'indeterminate' : 'determinate'}
              value={(100 * impact.done) / Math.max(1, impact.total)}
              aria-label={text('studio.impact.title')}
            />
            <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
              <Typography role="status">
                {text('studio.impact.running', { done: impact.done, total: impact.total })}
              </Typography>
              <Button
                size="small"
                color="inherit"
                loading={cancel.isPending}
                onClick={() => cancel.mutate({})}
              >
                {text('frame.common.cancel')}
              </Button>
            </Stack>
          </Stack>
        )}
        {impact != null && !going && <Outcome impact={impact} open={open} />}
      </Stack>
    </Section>
  );
}

function Outcome({ impact, open }: { impact: ImpactRecord; open: boolean }) {
  const text = useText();
  const { counts, flips } = impact;
  if (impact.state === 'cancelled') return <Alert severity="info">{text('studio.impact.cancelled')}</Alert>;
  if (impact.state === 'failed') return <Alert severity="error">{text('studio.impact.failed')}</Alert>;
  const flipped = counts.flippedRequests + counts.flippedOptions;
  return (
    <Stack spacing={1.5}>
      {open && !impact.fresh && <Alert severity="warning">{text('studio.impact.stale')}</Alert>}
      <Typography role="status" sx={{ fontWeight: 650 }}>
        {text(counts.flippedRequests === 0 ? 'studio.impact.requestsSame' : 'studio.impact.requestsFlip', {
          flipped: counts.flippedRequests,
          requests: counts.requests,
        })}{' '}
        {text(counts.flippedOptions === 0 ? 'studio.impact.optionsSame' : 'studio.impact.optionsFlip', {
          flipped: counts.flippedOptions,
          options: counts.options,
        })}
      </Typography>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', '&:empty': { display: 'none' } }}>
        {counts.becomeRefused > 0 && (
          <ToneChip
            tone="error"
            label={text('studio.impact.becomeRefused', { count: counts.becomeRefused })}
          />
        )}
        {counts.becomeWarned > 0 && (
          <ToneChip
            tone="warning"
            label={text('studio.impact.becomeWarned', { count: counts.becomeWarned })}
          />
        )}
        {counts.becomeAuthorised > 0 && (
          <ToneChip
            tone="success"
            label={text('studio.impact.becomeAuthorised', { count: counts.becomeAuthorised })}
          />
        )}
      </Stack>
      {counts.untold > 0 && (
        <Typography color="text.secondary">
          {text('studio.impact.untold', { count: counts.untold })}
        </Typography>
      )}
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, '&:empty': { display: 'none' } }}
      >
        {flips.map((flip) => (
          <Flip key={`${flip.of} ${flip.id}`} flip={flip} />
        ))}
      </Box>
      {flipped > flips.length && (
        <Typography color="text.secondary">
          {text('studio.impact.more', { count: flipped - flips.length })}
        </Typography>
      )}
    </Stack>
  );
}

function Flip({ flip }: { flip: ImpactRecord['flips'][number] }) {
  const text = useText();
  const format = useFormat();
  const what = text(flip.of === 'request' ? 'studio.impact.aRequest' : 'studio.impact.anOption', {
    contact: flip.contactName,
    smart_count: flip.quantity,
  });
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 1.5 }}>
      <Typography sx={{ fontWeight: 650 }}>
        {flip.optionId === null ? (
          what
        ) : (
          <MuiLink component={Link} to={pageOf('options', flip.optionId)}>
            {what}
          </MuiLink>
        )}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {`${flip.event} – ${format.performance(flip.startsAt, flip.timeZone)} · ${text(`studio.moment.${flip.moment}`)}`}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, mt: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {(['before', 'after'] as const).map((side) => (
          <Box key={side}>
            <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
              <Typography variant="subtitle2">{text(`studio.impact.${side}`)}</Typography>
              <ToneChip
                tone={tones[flip[side].outcome]}
                label={text(`studio.decision.${flip[side].outcome}`)}
              />
            </Stack>
            {flip[side].reasons.map((reason) => (
              <Typography key={reason} variant="body2">
                {unbroken(reason)}
              </Typography>
            ))}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
