import { Box, Link as MuiLink, Skeleton, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { ReleasePreviewBody } from '../../api/stock/template-schema.ts';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { useDebounced } from '../frame/use-debounced.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import type { PlanRecord } from './plan-record.ts';

type Preview = z.output<typeof ReleasePreviewBody>;
type Performance = Preview['performances'][number];
type Step = Performance['steps'][number];

/** What a preview is asked for; the names are what its sentences say. */
export type PreviewedPlan = Pick<
  PlanRecord,
  | 'activityId'
  | 'eventId'
  | 'performanceId'
  | 'fromContingentId'
  | 'toContingentId'
  | 'seatCategoryId'
  | 'keepUnit'
  | 'moment'
  | 'steps'
> & { id: string | null; from: string; to: string };

function useSentence({ from, to, moment }: PreviewedPlan) {
  const text = useText();
  const format = useFormat();
  return ({ timeZone }: Performance, step: Step) => {
    const { days, dueAt, state, released } = step;
    if (state === 'done') return text('contingents.plan.done', { days, smart_count: released });
    // the end of a day is the first instant of the next one
    const on = new Date(Date.parse(dueAt) - (moment === 'end-of-day' ? 1 : 0)).toISOString();
    const values = {
      day: format.performanceDay(on, timeZone),
      kept: text('contingents.places', { smart_count: step.kept }),
      from,
      to,
      smart_count: released,
    };
    if (state === 'late') return text('contingents.plan.late', values);
    return text(released === 0 ? 'contingents.plan.nothing' : 'contingents.plan.sentence', values);
  };
}

function Told({ plan, performance }: { plan: PreviewedPlan; performance: Performance }) {
  const text = useText();
  const format = useFormat();
  const sentence = useSentence(plan);
  const { performanceId, eventName, startsAt, timeZone, capacity, taken, overriddenBy, steps } = performance;
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
      <MuiLink component={Link} to={pageOf('performances', performanceId)} sx={{ fontWeight: 650 }}>
        {`${eventName} – ${format.performance(startsAt, timeZone)}`}
      </MuiLink>
      {overriddenBy !== null && (
        <Typography variant="body2">{text('contingents.plan.overridden', { name: overriddenBy })}</Typography>
      )}
      {overriddenBy === null && (
        <Typography variant="body2" color="text.secondary">
          {capacity === null
            ? text('contingents.plan.noStock')
            : text('contingents.plan.now', {
                capacity: text('contingents.places', { smart_count: capacity }),
                taken,
              })}
        </Typography>
      )}
      {capacity !== null && steps.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {steps.map((step) => (
            <li key={step.days}>{sentence(performance, step)}</li>
          ))}
        </Box>
      )}
    </Box>
  );
}

/** Whether enough is said to ask what a plan would do. */
function isWhole({ fromContingentId, toContingentId, ...plan }: PreviewedPlan): boolean {
  const target = plan.activityId ?? plan.eventId ?? plan.performanceId;
  return [target, fromContingentId, toContingentId].every((id) => typeof id === 'string' && id !== '');
}

/** What a plan will do to its next performances, in plain words; it follows the form. */
export function PlanPreview({ plan, most }: { plan: PreviewedPlan; most: number }) {
  const text = useText();
  const provider = useDataProvider<PlacetDataProvider>();
  const { from: _from, to: _to, ...body } = plan;
  const asked = useDebounced(JSON.stringify(body), 400);
  const { data, error, isPending } = useQuery({
    queryKey: ['release-plans', 'preview', asked],
    queryFn: () => provider.act<Preview>('/release-plans/preview', JSON.parse(asked), crypto.randomUUID()),
    enabled: isWhole(plan),
    placeholderData: (before) => before,
    retry: false,
  });
  if (!isWhole(plan))
    return <Typography color="text.secondary">{text('contingents.plan.previewWait')}</Typography>;
  if (error !== null) return <ProblemAlert failure={error} />;
  if (isPending) return <Skeleton variant="rounded" height={96} />;
  const rest = data.total - Math.min(most, data.performances.length);
  return (
    <Stack spacing={1} role="status" aria-live="polite">
      <Typography color="text.secondary">{text('contingents.plan.previewIntro')}</Typography>
      {data.total === 0 && <Typography>{text('contingents.plan.noPerformance')}</Typography>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.performances.slice(0, most).map((performance) => (
          <Told key={performance.performanceId} plan={plan} performance={performance} />
        ))}
      </Box>
      {rest > 0 && <Typography>{text('contingents.plan.more', { smart_count: rest })}</Typography>}
    </Stack>
  );
}
