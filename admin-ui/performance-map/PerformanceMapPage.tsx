import { Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetOne } from 'react-admin';
import { useParams } from 'react-router';
import { EmptyState } from '../frame/EmptyState.tsx';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { When } from '../frame/When.tsx';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { useRight } from '../provider/session.ts';
import { OpenSeatsDialog } from './OpenSeatsDialog.tsx';
import { QuantityGrid } from './QuantityGrid.tsx';
import { SeatsDesk } from './SeatsDesk.tsx';
import { usePerformanceSeats, usePlanSeats } from './use-performance-seats.ts';

/** A numbered hall whose seats are not open yet, with the way to open them. */
function Closed({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const mayOpen = useRight('stock.stock:modify');
  const [opening, setOpening] = useState(false);
  return (
    <>
      <EmptyState
        title={text('performanceMap.closed')}
        body={text(mayOpen ? 'performanceMap.closedBody' : 'performanceMap.closedReader')}
        action={
          mayOpen && (
            <Button variant="contained" onClick={() => setOpening(true)}>
              {text('performanceMap.open.act')}
            </Button>
          )
        }
      />
      {opening && <OpenSeatsDialog performance={performance} onClose={() => setOpening(false)} />}
    </>
  );
}

function Places({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  const { data: told, error } = usePerformanceSeats(performance.id);
  const plan = usePlanSeats(told?.opened === true ? told.planId : null);
  const failure = error ?? plan.error;
  if (failure !== null) return <ProblemAlert failure={failure} />;
  if (told === undefined) return <Typography aria-busy="true">{text('seatMap.loading')}</Typography>;
  if (told.planId === null) return <QuantityGrid performance={performance} />;
  if (!told.opened) return <Closed performance={performance} />;
  if (plan.data === undefined) return <Typography aria-busy="true">{text('seatMap.loading')}</Typography>;
  return <SeatsDesk performance={performance} plan={plan.data} told={told} />;
}

function MapPage({ performance }: { performance: PerformanceRow }) {
  const text = useText();
  return (
    <>
      <PageHeader
        title={text('performanceMap.title', { name: performance.eventName })}
        crumbs={[
          { label: text('frame.page.performances'), to: '/performances' },
          { label: performance.eventName, to: pageOf('performances', performance.id) },
        ]}
        subtitle={
          <>
            <When startsAt={performance.startsAt} timeZone={performance.timeZone} />
            {` · ${performance.venueName}`}
          </>
        }
      />
      <Paper variant="outlined" sx={{ p: { xs: 1, sm: 2 } }}>
        <Stack spacing={1.5}>
          <Places performance={performance} />
        </Stack>
      </Paper>
    </>
  );
}

/** The places of a performance: seat by seat on the map of its hall, or by quantity. */
export function PerformanceMapPage() {
  const { performanceId = '' } = useParams();
  const mayRead = useRight('stock.stock:read');
  const { data, error } = useGetOne<PerformanceRow>('performances', { id: performanceId });
  if (!mayRead) return <NotPermittedPage />;
  if (error !== null) return <ProblemAlert failure={error} />;
  return data === undefined ? <PageSkeleton /> : <MapPage performance={data} />;
}
