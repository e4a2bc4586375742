import FilterIcon from '@mui/icons-material/FilterList';
import { Box, Button, Collapse, Paper, Skeleton, Stack, useMediaQuery, useTheme } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { FilterLiveForm, useListContext } from 'react-admin';
import { useText } from '../messages/use-text.ts';
import { EmptyState } from './EmptyState.tsx';
import { Pages } from './Pages.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

export type ListShellProps = {
  /** The input that is always there, usually the search. */
  search: ReactNode;
  /** More inputs, folded away at small widths. */
  filters?: ReactNode;
  table: ReactNode;
  cards: ReactNode;
  empty: { title: string; body: string; action?: ReactNode };
  noMatch: { title: string; body: string };
};

function activeFilters(values: Readonly<Record<string, unknown>>): number {
  return Object.entries(values).filter(
    ([name, value]) =>
      name !== 'q' && value !== '' && value !== null && value !== undefined && value !== false,
  ).length;
}

function Filters({ search, filters, narrow }: { search: ReactNode; filters: ReactNode; narrow: boolean }) {
  const text = useText();
  const panelId = useId();
  const [open, setOpen] = useState(false);
  const { filterValues, setFilters } = useListContext();
  const count = activeFilters(filterValues);
  const clear = count > 0 && (
    <Button onClick={() => setFilters({})} size="small">
      {text('frame.common.clearFilters')}
    </Button>
  );
  const row = { display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'center' };
  return (
    <Box sx={{ p: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      <FilterLiveForm debounce={350}>
        <Box sx={row}>
          <Box sx={{ flex: { xs: 1, md: '0 1 280px' }, minWidth: 180 }}>{search}</Box>
          {filters !== undefined && narrow && (
            <Button
              startIcon={<FilterIcon />}
              aria-expanded={open}
              aria-controls={panelId}
              onClick={() => setOpen(!open)}
            >
              {count === 0 ? text('frame.common.filters') : text('frame.common.filtersActive', { count })}
            </Button>
          )}
          {!narrow && filters}
          {!narrow && clear}
        </Box>
        {narrow && (
          <Collapse in={open} id={panelId}>
            <Stack spacing={1.5} sx={{ pt: 1.5 }}>
              {filters}
              {clear}
            </Stack>
          </Collapse>
        )}
      </FilterLiveForm>
    </Box>
  );
}

function Waiting() {
  const text = useText();
  return (
    <Stack spacing={1} sx={{ p: 2 }} role="status" aria-label={text('frame.common.loading')}>
      {Array.from({ length: 8 }, (_, row) => `row ${row}`).map((row) => (
        <Skeleton key={row} variant="rounded" height={36} />
      ))}
    </Stack>
  );
}

function Rows({ table, cards, empty, noMatch, narrow }: ListShellProps & { narrow: boolean }) {
  const text = useText();
  const { isPending, error, total, data, filterValues, setFilters, refetch } = useListContext();
  if (error) {
    return (
      <Stack spacing={2} sx={{ p: 2, alignItems: 'flex-start' }}>
        <ProblemAlert failure={error} />
        <Button variant="outlined" onClick={() => refetch()}>
          {text('frame.common.retry')}
        </Button>
      </Stack>
    );
  }
  if (isPending) return <Waiting />;
  if (total === 0 || data.length === 0) {
    if (Object.keys(filterValues).length === 0) return <EmptyState {...empty} />;
    return (
      <EmptyState
        {...noMatch}
        action={
          <Button variant="outlined" onClick={() => setFilters({})}>
            {text('frame.common.clearFilters')}
          </Button>
        }
      />
    );
  }
  return narrow ? cards : <Box sx={{ overflowX: 'auto' }}>{table}</Box>;
}

/** The body of every list: filters, then rows as a table or, at small widths, as cards; then the pages. */
export function ListShell(props: ListShellProps) {
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('md'));
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
      <Filters search={props.search} filters={props.filters} narrow={narrow} />
      <Rows {...props} narrow={narrow} />
      <Pages />
    </Paper>
  );
}
