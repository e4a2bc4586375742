import { Button, Paper, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import {
  type RaRecord,
  ShowBase,
  useResourceContext,
  useResourceDefinitions,
  useShowContext,
} from 'react-admin';
import { Link } from 'react-router';
import { useText } from '../messages/use-text.ts';
import { problemOf } from '../provider/problem.ts';
import { EmptyState } from './EmptyState.tsx';
import { PageHeader } from './PageHeader.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

type RecordPageProps<R> = {
  render: (record: R) => ReactNode;
  /** Whether all of the record is there: the row of a list stands in for it until it is read. */
  isWhole?: (record: R) => boolean;
};

/** What a page says of a record that is not there, with the way back to its list. */
function Missing() {
  const text = useText();
  const resource = useResourceContext() ?? '';
  const hasList = useResourceDefinitions()[resource]?.hasList === true;
  return (
    <>
      <PageHeader title={text('frame.failure.missingTitle')} />
      <Paper variant="outlined">
        <EmptyState
          title={text('frame.failure.missing')}
          body={text('frame.failure.missingBody')}
          action={
            <Button component={Link} to={hasList ? `/${resource}` : '/'} variant="contained">
              {text(hasList ? 'frame.failure.toList' : 'frame.notFound.back')}
            </Button>
          }
        />
      </Paper>
    </>
  );
}

const always = () => true;

function Loaded<R extends RaRecord>({ render, isWhole = always }: RecordPageProps<R>) {
  const text = useText();
  const { record, error, isPending, refetch } = useShowContext<R>();
  if (error) {
    if ([400, 404].includes(problemOf(error).status)) return <Missing />;
    return (
      <>
        <PageHeader title={text('frame.failure.load')} />
        <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
          <ProblemAlert failure={error} />
          <Button variant="outlined" onClick={() => refetch()}>
            {text('frame.common.retry')}
          </Button>
        </Stack>
      </>
    );
  }
  if (isPending || record === undefined || !isWhole(record)) return <PageSkeleton />;
  return render(record);
}

const stay = () => undefined;

/** The page of one record: always read anew, waits for it, and says in plain words when it cannot be had. */
export function RecordPage<R extends RaRecord>(page: RecordPageProps<R>) {
  return (
    <ShowBase<R> queryOptions={{ onError: stay, staleTime: 0 }}>
      <Loaded<R> {...page} />
    </ShowBase>
  );
}
