import { Link as MuiLink, Stack, Typography } from '@mui/material';
import { DataTable, ListBase, TextInput } from 'react-admin';
import { Link } from 'react-router';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { When } from '../frame/When.tsx';
import { useText } from '../messages/use-text.ts';
import { BookableChip } from './BookableChip.tsx';
import type { PerformanceRow } from './performance-record.ts';
import { UpcomingSwitch } from './UpcomingSwitch.tsx';
import { comingFrom } from './upcoming.ts';

const Column = DataTable.Col<PerformanceRow>;

function PerformanceTable() {
  const text = useText();
  return (
    <DataTable<PerformanceRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('screens.performance.list.caption')}
    >
      <Column
        source="startsAt"
        render={(performance) => (
          <MuiLink component={Link} to={`/performances/${performance.id}/show`} sx={{ fontWeight: 650 }}>
            <When startsAt={performance.startsAt} timeZone={performance.timeZone} />
          </MuiLink>
        )}
      />
      <Column source="eventName" />
      <Column source="eventCode" disableSort />
      <Column source="venueName" disableSort />
      <Column
        source="bookable"
        disableSort
        render={(performance) => <BookableChip performance={performance} />}
      />
    </DataTable>
  );
}

function PerformanceCard({ performance }: { performance: PerformanceRow }) {
  return (
    <Stack spacing={0.5}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1 }}>
        <Typography sx={{ fontWeight: 650, color: 'primary.main' }} component="div">
          <When startsAt={performance.startsAt} timeZone={performance.timeZone} />
        </Typography>
        <BookableChip performance={performance} />
      </Stack>
      <Typography variant="body2">{performance.eventName}</Typography>
      <Typography variant="body2" color="text.secondary">
        {`${performance.eventCode} · ${performance.venueName}`}
      </Typography>
    </Stack>
  );
}

/** The programme, date by date; at first what is still to come. */
export function PerformanceList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <ListBase<PerformanceRow>
      resource="performances"
      perPage={25}
      sort={{ field: 'startsAt', order: 'ASC' }}
      filter={organisation}
      filterDefaultValues={comingFrom(Date.now())}
    >
      <PageHeader title={text('frame.page.performances')} />
      <ListShell
        search={
          <TextInput source="q" label={text('frame.common.search')} helperText={false} fullWidth resettable />
        }
        filters={<UpcomingSwitch />}
        table={<PerformanceTable />}
        cards={
          <RecordCards<PerformanceRow>
            to={({ id }) => `/performances/${id}/show`}
            render={(performance) => <PerformanceCard performance={performance} />}
          />
        }
        empty={{
          title: text('screens.performance.list.emptyTitle'),
          body: text('screens.performance.list.emptyBody'),
        }}
        noMatch={{
          title: text('screens.performance.list.noMatchTitle'),
          body: text('screens.performance.list.noMatchBody'),
        }}
      />
    </ListBase>
  );
}
