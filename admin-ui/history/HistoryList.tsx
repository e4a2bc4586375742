import { Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { DataTable, useListContext, useResourceDefinitions } from 'react-admin';
import { Link } from 'react-router';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { actorOf, type HistoryRow } from '../options/history-row.ts';
import { OptionChanges } from '../options/OptionChanges.tsx';
import { HistoryFilters, SubjectFilter } from './HistoryFilters.tsx';
import { reasonText, subjectPage, subjectText, verbText } from './history-words.ts';

const Column = DataTable.Col<HistoryRow>;

/** The record something was done to, by its kind and name, as the way to its page. */
function Subject({ row }: { row: HistoryRow }) {
  const text = useText();
  const page = subjectPage(row, useResourceDefinitions());
  const kind = subjectText(row.subjectType, text);
  const name = row.subjectName === null ? kind : `${kind} ${row.subjectName}`;
  return page === null ? (
    <span>{name}</span>
  ) : (
    <MuiLink component={Link} to={page}>
      {name}
    </MuiLink>
  );
}

function useWho(): (row: HistoryRow) => string {
  const text = useText();
  return (row) => actorOf(row, text) ?? text('history.time');
}

/** What an event changed; of options only. */
function Changes({ row }: { row: HistoryRow }) {
  return row.subjectType === 'option' ? <OptionChanges row={row} withState /> : null;
}

function HistoryTable() {
  const text = useText();
  const format = useFormat();
  const who = useWho();
  return (
    <DataTable<HistoryRow> bulkActionButtons={false} rowClick={false} aria-label={text('history.caption')}>
      <Column
        source="at"
        label={text('history.column.at')}
        cellSx={() => ({ whiteSpace: 'nowrap' })}
        render={({ at }) => <time dateTime={at}>{format.instant(at)}</time>}
      />
      <Column source="actorName" label={text('history.column.actor')} disableSort render={who} />
      <Column
        source="verb"
        label={text('history.column.verb')}
        disableSort
        render={(row) => (
          <>
            {verbText(row, text)}
            <Changes row={row} />
          </>
        )}
      />
      <Column
        source="subjectType"
        label={text('history.column.subject')}
        disableSort
        render={(row) => <Subject row={row} />}
      />
      <Column
        source="reason"
        label={text('history.column.reason')}
        disableSort
        render={(row) => reasonText(row)}
      />
    </DataTable>
  );
}

/** The lines as a list, for small widths: each with its own link. */
function HistoryCards() {
  const text = useText();
  const format = useFormat();
  const who = useWho();
  const { data = [] } = useListContext<HistoryRow>();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((row) => (
        <Stack
          component="li"
          key={row.id}
          spacing={0.25}
          sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}
        >
          <Typography variant="subtitle2" component="div">
            {verbText(row, text)}
          </Typography>
          <Changes row={row} />
          <Typography variant="body2" component="div">
            <Subject row={row} />
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {`${format.instant(row.at)} · ${who(row)}`}
          </Typography>
          {row.reason !== null && <Typography variant="body2">{reasonText(row)}</Typography>}
        </Stack>
      ))}
    </Box>
  );
}

/** Who did what to which record, when and why, the latest first. */
export function HistoryList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <ListFrame<HistoryRow>
      resource="history"
      name="history"
      sort={{ field: 'at', order: 'DESC' }}
      filter={organisation}
    >
      <PageHeader title={text('frame.page.history')} subtitle={text('history.intro')} />
      <ListShell
        search={<SubjectFilter />}
        filters={<HistoryFilters />}
        table={<HistoryTable />}
        cards={<HistoryCards />}
        empty={{ title: text('history.emptyTitle'), body: text('history.emptyBody') }}
        noMatch={{ title: text('history.noMatchTitle'), body: text('history.noMatchBody') }}
      />
    </ListFrame>
  );
}
