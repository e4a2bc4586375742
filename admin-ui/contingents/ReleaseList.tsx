import { Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { DataTable, TextInput, useListContext } from 'react-admin';
import { Link } from 'react-router';
import { ReferenceFilter } from '../frame/inputs/ReferenceFilter.tsx';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { ReleaseRow } from './release-record.ts';
import { TakeBack } from './TakeBack.tsx';

const Column = DataTable.Col<ReleaseRow>;

function Performance({ release }: { release: ReleaseRow }) {
  const format = useFormat();
  const { performanceId, eventName, startsAt, timeZone } = release;
  return (
    <MuiLink component={Link} to={pageOf('performances', performanceId)} sx={{ fontWeight: 650 }}>
      {`${eventName} – ${format.performance(startsAt, timeZone)}`}
    </MuiLink>
  );
}

function Plan({ release: { planId, planName, daysBefore } }: { release: ReleaseRow }) {
  const text = useText();
  const name = text('contingents.release.planStep', { name: planName, days: daysBefore });
  if (planId === null) return <span>{name}</span>;
  return (
    <MuiLink component={Link} to={pageOf('release-plans', planId)}>
      {name}
    </MuiLink>
  );
}

function useMove(): (release: ReleaseRow) => string {
  const text = useText();
  return ({ fromContingentName: from, toContingentName: to }) =>
    text('contingents.release.move', { from, to });
}

function ReleaseTable() {
  const text = useText();
  const format = useFormat();
  const move = useMove();
  return (
    <DataTable<ReleaseRow>
      bulkActionButtons={false}
      rowClick={false}
      aria-label={text('contingents.release.caption')}
    >
      <Column
        source="startsAt"
        label={text('contingents.release.performance')}
        render={(release) => <Performance release={release} />}
      />
      <Column
        source="releasedAt"
        label={text('contingents.release.at')}
        render={({ releasedAt }) => format.instant(releasedAt)}
      />
      <Column
        source="fromContingentName"
        label={text('contingents.release.fromTo')}
        disableSort
        render={move}
      />
      <Column
        source="quantity"
        label={text('contingents.release.quantity')}
        cellClassName="placet-right"
        headerClassName="placet-right"
        sx={{ textAlign: 'right' }}
        render={({ quantity }) => format.number(quantity)}
      />
      <Column
        source="planName"
        label={text('contingents.release.plan')}
        render={(release) => <Plan release={release} />}
      />
      <Column
        source="takenBackAt"
        label={text('contingents.release.state')}
        disableSort
        render={(release) => <TakeBack release={release} />}
      />
    </DataTable>
  );
}

/** The releases as a list, for small widths: each with its own links and its button. */
function ReleaseCards() {
  const text = useText();
  const format = useFormat();
  const move = useMove();
  const { data = [] } = useListContext<ReleaseRow>();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((release) => (
        <Stack
          component="li"
          key={release.id}
          spacing={0.5}
          sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider', alignItems: 'flex-start' }}
        >
          <Performance release={release} />
          <Typography variant="body2">
            {`${text('contingents.places', { smart_count: release.quantity })} · ${move(release)}`}
          </Typography>
          <Typography variant="body2" color="text.secondary" component="div">
            {format.instant(release.releasedAt)} · <Plan release={release} />
          </Typography>
          <TakeBack release={release} />
        </Stack>
      ))}
    </Box>
  );
}

function Filters() {
  const organisation = useOrganisationFilter();
  return (
    <>
      <ReferenceFilter field="eventId" resource="events" filter={organisation} />
      <ReferenceFilter field="fromContingentId" resource="contingents" />
      <ReferenceFilter field="toContingentId" resource="contingents" />
    </>
  );
}

/** What was released when, from where to where, by which plan, and taken back or not. */
export function ReleaseList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <ListFrame<ReleaseRow>
      resource="contingent-releases"
      sort={{ field: 'releasedAt', order: 'DESC' }}
      filter={organisation}
    >
      <PageHeader title={text('frame.page.releases')} subtitle={text('contingents.release.intro')} />
      <ListShell
        search={
          <TextInput source="q" label={text('frame.common.search')} helperText={false} fullWidth resettable />
        }
        filters={<Filters />}
        table={<ReleaseTable />}
        cards={<ReleaseCards />}
        empty={{ title: text('contingents.release.emptyTitle'), body: text('contingents.release.emptyBody') }}
        noMatch={{
          title: text('contingents.release.noMatchTitle'),
          body: text('contingents.release.noMatchBody'),
        }}
      />
    </ListFrame>
  );
}
