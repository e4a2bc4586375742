import CheckIcon from '@mui/icons-material/FactCheckOutlined';
import PauseIcon from '@mui/icons-material/Pause';
import ResumeIcon from '@mui/icons-material/PlayArrow';
import RefreshIcon from '@mui/icons-material/Refresh';
import { Button, Paper, Stack } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { Link } from 'react-router';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { ToneChip } from '../frame/ToneChip.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { addCommand } from '../search/palette-events.ts';
import { HealthLines, healthTones } from './HealthLines.tsx';
import { type HealthRecord, healthLines, type Part } from './health-record.ts';
import { NextDeadlines } from './NextDeadlines.tsx';

const everyMs = 10_000;

/** Runs a recount of stock, then reads everything anew. */
function useGaugeCheck(read: () => Promise<unknown>) {
  const text = useText();
  const notify = useNotify();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  return useMutation({
    mutationFn: () =>
      intend({}, (key) => provider.act<{ drift: readonly unknown[] }>('/gauge-check', {}, key)),
    onSuccess: async ({ drift }) => {
      const found = drift.length;
      notify(
        found === 0
          ? text('health.gaugeCheck.clean')
          : text('health.gaugeCheck.drift', { smart_count: found }),
        { type: found === 0 ? 'success' : 'warning' },
      );
      await read();
    },
  });
}

function Page() {
  const text = useText();
  const format = useFormat();
  const provider = useDataProvider<PlacetDataProvider>();
  const mayRun = useRight('stock.gauge-check:execute');
  const [paused, setPaused] = useState(false);
  const { data, error, isPending, isFetching, refetch } = useQuery({
    queryKey: ['health'],
    queryFn: () => provider.ask<HealthRecord>('/health-overview'),
    refetchInterval: paused ? false : everyMs,
    staleTime: 0,
  });
  const check = useGaugeCheck(refetch);
  const { mutate: run } = check;
  useEffect(
    () =>
      addCommand({
        id: 'gauge-check',
        label: 'health.gaugeCheck.run',
        icon: CheckIcon,
        rights: ['stock.gauge-check:execute'],
        act: { run: () => run() },
      }),
    [run],
  );
  if (isPending) return <PageSkeleton />;
  const action = (part: Part) => {
    if (part === 'gaugeCheck' && mayRun) {
      return (
        <Button size="small" variant="outlined" loading={check.isPending} onClick={() => check.mutate()}>
          {text('health.gaugeCheck.run')}
        </Button>
      );
    }
    if (part !== 'letters' || (data?.letters?.failed ?? 0) === 0) return null;
    const filter = encodeURIComponent(JSON.stringify({ state: ['failed', 'bounced'] }));
    return (
      <Button size="small" component={Link} to={`/letters?filter=${filter}`}>
        {text('health.letters.see')}
      </Button>
    );
  };
  return (
    <>
      <PageHeader
        title={text('frame.page.health')}
        mark={
          data && <ToneChip strong tone={healthTones[data.state]} label={text(`health.all.${data.state}`)} />
        }
        subtitle={
          data === undefined
            ? text('health.intro')
            : `${text('health.readAt', { at: format.second(data.at) })}, ${text(paused ? 'health.paused' : 'health.every')}`
        }
        actions={
          <>
            <Button
              startIcon={paused ? <ResumeIcon /> : <PauseIcon />}
              onClick={() => setPaused(!paused)}
              variant="outlined"
            >
              {text(paused ? 'health.resume' : 'health.pause')}
            </Button>
            <Button startIcon={<RefreshIcon />} onClick={() => refetch()} disabled={isFetching}>
              {text('health.refresh')}
            </Button>
          </>
        }
      />
      <Stack spacing={2}>
        {error !== null && <ProblemAlert failure={error} />}
        {check.error !== null && <ProblemAlert failure={check.error} />}
        {data !== undefined && (
          <Paper component="section" variant="outlined" aria-label={text('health.parts')}>
            <HealthLines lines={healthLines(data, text, format)} action={action} />
          </Paper>
        )}
        {data?.deadlines != null && <NextDeadlines rows={data.deadlines.rows} />}
      </Stack>
    </>
  );
}

/** Whether everything works, for the people who work with it: read again every ten seconds, until paused. */
export function HealthPage() {
  return useRight('letters.mail-hold:read') ? <Page /> : <NotPermittedPage />;
}
