import { Box, Button, Paper, Skeleton, Stack, useMediaQuery, useTheme } from '@mui/material';
import { lazy, type ReactNode, Suspense } from 'react';
import { useListContext } from 'react-admin';
import { useText } from '../messages/use-text.ts';
import { useDensity } from '../preferences/AppearanceItems.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ListFilters, type ListFiltersProps } from './ListFilters.tsx';
import { Pages } from './Pages.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { openableRows, openRow } from './row-click.ts';
import { ScrollBox } from './ScrollBox.tsx';

const ListTools = lazy(async () => {
  const { ListTools: Tools } = await import('./ListTools.tsx');
  return { default: Tools };
});

/** Rows that stand closer, for who wants to see more of them. */
const compactRows = { '& .RaDataTable-table .MuiTableCell-root': { py: '2px' } };

export type ListShellProps = Omit<ListFiltersProps, 'narrow' | 'tools'> & {
  table: ReactNode;
  cards: ReactNode;
  empty: { title: string; body: string; action?: ReactNode };
  noMatch: { title: string; body: string };
};

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
  const [density] = useDensity();
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
  return narrow ? (
    cards
  ) : (
    <Box onClick={openRow} sx={{ ...openableRows, ...(density === 'compact' ? compactRows : {}) }}>
      <ScrollBox label={text('frame.common.rows')}>{table}</ScrollBox>
    </Box>
  );
}

/** The body of every list: filters, then rows as a table or, at small widths, as cards; then the pages. */
export function ListShell(props: ListShellProps) {
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('md'));
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
      <ListFilters
        search={props.search}
        filters={props.filters}
        more={props.more}
        elsewhere={props.elsewhere}
        tools={
          <Suspense fallback={null}>
            <ListTools narrow={narrow} />
          </Suspense>
        }
        narrow={narrow}
      />
      <Rows {...props} narrow={narrow} />
      <Pages />
    </Paper>
  );
}
