import { Link as MuiLink, Stack, Typography } from '@mui/material';
import { DataTable } from 'react-admin';
import { Link } from 'react-router';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { BulkRunRow } from './bulk-run-record.ts';
import { useRunName } from './use-run-name.ts';

const Column = DataTable.Col<BulkRunRow>;

function useProgress(): (run: BulkRunRow) => string {
  const text = useText();
  return ({ state, done, total, failed }) =>
    state === 'done'
      ? text('bulk.run.ended', { done: done - failed, total, failed })
      : text('bulk.running', { done, total });
}

function RunTable() {
  const text = useText();
  const format = useFormat();
  const nameOf = useRunName();
  const progress = useProgress();
  return (
    <DataTable<BulkRunRow> bulkActionButtons={false} rowClick={false} aria-label={text('bulk.run.caption')}>
      <Column
        source="askedAt"
        render={({ id, askedAt }) => (
          <MuiLink component={Link} to={`/bulk-runs/${id}/show`} sx={{ fontWeight: 650 }}>
            {format.instant(askedAt)}
          </MuiLink>
        )}
      />
      <Column source="verb" disableSort render={nameOf} />
      <Column source="askedByName" disableSort />
      <Column source="done" disableSort render={progress} />
    </DataTable>
  );
}

function RunCards() {
  const format = useFormat();
  const nameOf = useRunName();
  const progress = useProgress();
  return (
    <RecordCards<BulkRunRow>
      to={({ id }) => `/bulk-runs/${id}/show`}
      render={(run) => (
        <Stack spacing={0.5}>
          <Typography sx={{ fontWeight: 650, color: 'primary.main' }}>{nameOf(run)}</Typography>
          <Typography variant="body2">{progress(run)}</Typography>
          <Typography variant="body2" color="text.secondary">
            {`${run.askedByName} · ${format.instant(run.askedAt)}`}
          </Typography>
        </Stack>
      )}
    />
  );
}

const POLL_MS = 2_000;

/** Verbs on large selections, the latest first; read again while one of them is at work. */
export function BulkRunList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <ListFrame<BulkRunRow>
      resource="bulk-runs"
      sort={{ field: 'askedAt', order: 'DESC' }}
      filter={organisation}
      queryOptions={{
        refetchInterval: ({ state }) =>
          state.data?.data.some((run) => run.state !== 'done') ? POLL_MS : false,
      }}
    >
      <PageHeader title={text('frame.page.bulkRuns')} />
      <ListShell
        search={null}
        table={<RunTable />}
        cards={<RunCards />}
        empty={{ title: text('bulk.run.emptyTitle'), body: text('bulk.run.emptyBody') }}
        noMatch={{ title: text('bulk.run.emptyTitle'), body: text('bulk.run.emptyBody') }}
      />
    </ListFrame>
  );
}
