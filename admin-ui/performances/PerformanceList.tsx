import AddIcon from '@mui/icons-material/Add';
import {
  Button,
  Link as MuiLink,
  Paper,
  Stack,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import type { ReactNode } from 'react';
import { DataTable, ListBase, TextInput, useListContext, useStore } from 'react-admin';
import { Link } from 'react-router';
import { ReferenceFilter } from '../frame/inputs/ReferenceFilter.tsx';
import { ListFilters } from '../frame/ListFilters.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordCards } from '../frame/RecordCards.tsx';
import { When } from '../frame/When.tsx';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { BookableChip } from './BookableChip.tsx';
import type { CalendarView } from './calendar-days.ts';
import { GaugeBar, GaugeLegend } from './GaugeBar.tsx';
import { PerformanceCalendar } from './PerformanceCalendar.tsx';
import type { PerformanceRow } from './performance-record.ts';
import { UpcomingSwitch } from './UpcomingSwitch.tsx';
import { comingFrom } from './upcoming.ts';
import { type Gauge, useGauges } from './use-gauges.ts';

const Column = DataTable.Col<PerformanceRow>;

/** What is taken of the performances on the page. */
function useShownGauges() {
  const { data = [] } = useListContext<PerformanceRow>();
  return useGauges({ id: data.map(({ id }) => id) }, data.length > 0);
}

function PerformanceTable() {
  const text = useText();
  const gauges = useShownGauges();
  return (
    <>
      {gauges.size > 0 && <GaugeLegend />}
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
          source="taken"
          label={text('settings.calendar.column')}
          disableSort
          render={({ id }) => <GaugeBar gauge={gauges.get(id)} />}
        />
        <Column
          source="bookable"
          disableSort
          render={(performance) => <BookableChip performance={performance} />}
        />
      </DataTable>
    </>
  );
}

/** The performances one above the other, each with its figures in words. */
function PerformanceCards() {
  const gauges = useShownGauges();
  return (
    <RecordCards<PerformanceRow>
      to={({ id }) => `/performances/${id}/show`}
      render={(performance) => (
        <PerformanceCard performance={performance} gauge={gauges.get(performance.id)} />
      )}
    />
  );
}

function PerformanceCard({ performance, gauge }: { performance: PerformanceRow; gauge: Gauge | undefined }) {
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
      <GaugeBar gauge={gauge} worded />
    </Stack>
  );
}

/** Conditions that only the list has: a calendar has dates of its own. */
const datesOfList = ['startsAt_gte'];

type View = 'list' | CalendarView;
const views = ['list', 'month', 'week'] as const;

function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const text = useText();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={view}
      aria-label={text('settings.calendar.view')}
      onChange={(_, next: View | null) => {
        if (next !== null) onChange(next);
      }}
    >
      {views.map((each) => (
        <ToggleButton key={each} value={each} sx={{ px: 1.5, py: 0.5 }}>
          {text(`settings.calendar.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** The programme on a calendar, under the same conditions as the list, but for its dates. */
function CalendarShell({
  view,
  onWeek,
  ...filters
}: {
  view: CalendarView;
  onWeek: () => void;
  search: ReactNode;
  filters: ReactNode;
}) {
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('md'));
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
      <ListFilters {...filters} elsewhere={datesOfList} narrow={narrow} />
      <PerformanceCalendar view={view} onWeek={onWeek} />
    </Paper>
  );
}

/** The programme, date by date, as a list or on a calendar; the list at first shows what is still to come. */
export function PerformanceList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  const mayPlan = useRight('catalogue.performances:create');
  const [view, setView] = useStore<View>('performances.view', 'list');
  const plan = mayPlan && (
    <Button component={Link} to="/performances/create" variant="contained" startIcon={<AddIcon />}>
      {text('settings.performance.plan')}
    </Button>
  );
  const search = (
    <TextInput source="q" label={text('frame.common.search')} helperText={false} fullWidth resettable />
  );
  const places = (
    <>
      <ReferenceFilter field="venueId" resource="venues" filter={organisation} />
      <ReferenceFilter field="activityId" resource="season-activities" filter={organisation} />
    </>
  );
  return (
    <ListBase<PerformanceRow>
      resource="performances"
      perPage={25}
      sort={{ field: 'startsAt', order: 'ASC' }}
      filter={organisation}
      filterDefaultValues={comingFrom(Date.now())}
    >
      <PageHeader
        title={text('frame.page.performances')}
        actions={
          <>
            <ViewSwitch view={view} onChange={setView} />
            {plan}
          </>
        }
      />
      {view === 'list' ? (
        <ListShell
          search={search}
          filters={
            <>
              {places}
              <UpcomingSwitch />
            </>
          }
          table={<PerformanceTable />}
          cards={<PerformanceCards />}
          empty={{
            title: text('screens.performance.list.emptyTitle'),
            body: text('screens.performance.list.emptyBody'),
            action: plan,
          }}
          noMatch={{
            title: text('screens.performance.list.noMatchTitle'),
            body: text('screens.performance.list.noMatchBody'),
          }}
        />
      ) : (
        <CalendarShell view={view} onWeek={() => setView('week')} search={search} filters={places} />
      )}
    </ListBase>
  );
}
