import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { GaugeCheckBody } from '../../api/stock/schema.ts';
import { Section } from '../frame/Facts.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import { useRight } from '../provider/session.ts';
import { useSourceWords } from './use-source-words.ts';

type Check = z.output<typeof GaugeCheckBody>;

const queryKey = ['gauge-check'];

/** Differences told one by one. */
const mostTold = 20;

function Differences({ drift }: { drift: Check['drift'] }) {
  const text = useText();
  const format = useFormat();
  const words = useSourceWords();
  return (
    <Box component="ul" sx={{ my: 1, pl: 3 }}>
      {drift.slice(0, mostTold).map((each) => (
        <li key={`${each.performanceId} ${each.seatCategoryId} ${each.contingentId} ${each.counter}`}>
          <Link to={`/stock/${each.performanceId}`}>{text('screens.stock.page.performance')}</Link>{' '}
          {text('screens.stock.page.difference', {
            counter: words.counter(each.counter),
            stored: format.number(each.stored),
            counted: format.number(each.counted),
          })}
          {each.sources.length > 0 &&
            ` ${text('screens.stock.page.madeOf', {
              sources: each.sources
                .filter(({ counter }) => counter === each.counter || each.counter === 'lent')
                .map((source) => `${words.source(source)} (${format.number(source.quantity)})`)
                .join(', '),
            })}`}
        </li>
      ))}
    </Box>
  );
}

function Result({ check }: { check: Check | undefined }) {
  const text = useText();
  const format = useFormat();
  if (check === undefined || check.checkedAt === null) {
    return <Typography color="text.secondary">{text('screens.stock.page.never')}</Typography>;
  }
  const drifts = check.drift.length;
  return (
    <Stack spacing={1}>
      <Alert severity={drifts === 0 ? 'success' : 'error'}>
        {drifts === 0
          ? text('screens.stock.page.clean', { rows: format.number(check.rows) })
          : text('screens.stock.page.drift', { smart_count: drifts })}{' '}
        {text('screens.stock.page.at', { at: format.instant(check.checkedAt) })}
        {drifts > 0 && <Differences drift={check.drift} />}
      </Alert>
      {check.overLimit > 0 && (
        <Alert severity="warning">
          {text('screens.stock.page.overLimit', { smart_count: check.overLimit })}
        </Alert>
      )}
    </Stack>
  );
}

/** Whether the counters agree with the rows they count, and counting them again. */
export function GaugeCheck() {
  const text = useText();
  const queries = useQueryClient();
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const mayRead = useRight('stock.gauge-check:read');
  const mayRun = useRight('stock.gauge-check:execute');
  const last = useQuery({
    queryKey,
    queryFn: () => provider.ask<Check>('/gauge-check'),
    enabled: mayRead,
  });
  const run = useMutation({
    mutationFn: () => intend('gauge-check', (key) => provider.act<Check>('/gauge-check', {}, key)),
    onSuccess: (check) => queries.setQueryData(queryKey, check),
  });
  if (!mayRead) return null;
  const failure = run.error ?? last.error;
  return (
    <Section
      title={text('screens.stock.page.check')}
      action={
        mayRun && (
          <Button size="small" loading={run.isPending} onClick={() => run.mutate()}>
            {text('screens.stock.page.run')}
          </Button>
        )
      }
    >
      {failure === null ? <Result check={last.data} /> : <ProblemAlert failure={failure} />}
    </Section>
  );
}
