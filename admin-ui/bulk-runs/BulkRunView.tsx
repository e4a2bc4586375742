import { Alert, Box, Button, LinearProgress, Skeleton, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDataProvider, useGetOne } from 'react-admin';
import { overrideRight } from '../../rules/options/rights.ts';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { ScrollBox } from '../frame/ScrollBox.tsx';
import { useText } from '../messages/use-text.ts';
import { ResultsTable } from '../options/bulk/ResultsTable.tsx';
import { resourceOf } from '../options/option-record.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import type { BulkRunItem, BulkRunRow } from './bulk-run-record.ts';

const POLL_MS = 1_000;
/** Failures shown. */
const most = 200;

function useRun(id: string) {
  const queries = useQueryClient();
  const { data, error, refetch } = useGetOne<BulkRunRow>(
    'bulk-runs',
    { id },
    { refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : POLL_MS), staleTime: 0 },
  );
  const changed = data?.state === 'done' ? resourceOf(data.kind) : null;
  useEffect(() => {
    if (changed !== null) void queries.invalidateQueries({ queryKey: [changed] });
  }, [changed, queries]);
  return { run: data, error, refetch };
}

/** What failed, each option with its reason and the way to it. */
function Failures({ run }: { run: BulkRunRow }) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const { data = [] } = useQuery({
    queryKey: ['bulk-runs', run.id, run.attempt, run.failed],
    queryFn: () =>
      provider.ask<BulkRunItem[]>(`/bulk-runs/${run.id}/results?state=failed&range=[0,${most - 1}]`),
    enabled: run.failed > 0,
  });
  if (run.failed === 0) return null;
  return (
    <ScrollBox label={text('bulk.results')}>
      <ResultsTable
        rows={data.map((item) => ({
          ...item,
          kind: run.kind,
          result: { ...item, ok: false, number: item.number ?? 0 },
        }))}
      />
      {run.failed > data.length && data.length > 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ p: 1 }}>
          {text('bulk.run.more', { smart_count: run.failed - data.length })}
        </Typography>
      )}
    </ScrollBox>
  );
}

/** Tries again what failed, with a motive to go on after warnings for those who may. */
function Retry({ run, onDone }: { run: BulkRunRow; onDone: () => void }) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const mayOverride = useRight(overrideRight(run.kind));
  const [override, setOverride] = useState('');
  const { id, attempt } = run;
  const retry = useMutation({
    mutationFn: () => {
      const body = override.trim() === '' ? {} : { override: { reason: override.trim() } };
      return intend({ id, attempt, body }, (key) => provider.act(`/bulk-runs/${id}/retry`, body, key));
    },
    onSuccess: onDone,
  });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 1.5 }}>
      {mayOverride && (
        <TextField
          label={text('optionActs.dialog.overrideReason')}
          helperText={text('bulk.run.overrideHelp')}
          value={override}
          onChange={(event) => setOverride(event.target.value)}
          fullWidth
        />
      )}
      <Button variant="outlined" loading={retry.isPending} onClick={() => retry.mutate()}>
        {text('bulk.retry', { smart_count: run.failed })}
      </Button>
      {retry.error !== null && <ProblemAlert failure={retry.error} />}
    </Box>
  );
}

/** How far a run has come, what failed and why, and trying that again. */
export function BulkRunView({ id }: { id: string }) {
  const text = useText();
  const { run, error, refetch } = useRun(id);
  if (error !== null) return <ProblemAlert failure={error} />;
  if (run === undefined) return <Skeleton variant="rounded" height={80} />;
  const { state, done, total, failed } = run;
  const ended = state === 'done';
  return (
    <>
      {ended ? (
        <Alert severity={failed === 0 ? 'success' : 'warning'} role="status">
          {failed === 0
            ? text('bulk.doneAll', { smart_count: done })
            : text('bulk.doneSome', { done: done - failed, total, smart_count: failed })}
        </Alert>
      ) : (
        <Box role="status">
          <Typography gutterBottom>{text('bulk.running', { done, total })}</Typography>
          <LinearProgress
            variant="determinate"
            value={(100 * done) / Math.max(1, total)}
            aria-label={text('bulk.run.progress')}
          />
        </Box>
      )}
      <Failures run={run} />
      {ended && failed > 0 && <Retry run={run} onDone={() => void refetch()} />}
    </>
  );
}
