import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { type RaRecord, ShowBase, useShowContext } from 'react-admin';
import { useText } from '../messages/use-text.ts';
import { problemOf } from '../provider/problem.ts';
import { PageHeader } from './PageHeader.tsx';
import { PageSkeleton } from './PageSkeleton.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

type RecordPageProps<R> = {
  render: (record: R) => ReactNode;
  /** Whether all of the record is there: the row of a list stands in for it until it is read. */
  isWhole?: (record: R) => boolean;
};

const always = () => true;

function Loaded<R extends RaRecord>({ render, isWhole = always }: RecordPageProps<R>) {
  const text = useText();
  const { record, error, isPending, refetch } = useShowContext<R>();
  if (error) {
    const missing = [400, 404].includes(problemOf(error).status);
    return (
      <>
        <PageHeader title={text(missing ? 'frame.failure.missing' : 'frame.failure.load')} />
        <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
          <ProblemAlert failure={error} />
          {!missing && (
            <Button variant="outlined" onClick={() => refetch()}>
              {text('frame.common.retry')}
            </Button>
          )}
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
