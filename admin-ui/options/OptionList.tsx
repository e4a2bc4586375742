import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { lazy, type ReactNode, Suspense } from 'react';
import { ListBase } from 'react-admin';
import { Link } from 'react-router';
import type { OptionState } from '../../rules/options/life.ts';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { OptionCards } from './OptionCards.tsx';
import { OptionFilters, OptionSearch } from './OptionFilters.tsx';
import { OptionQueues } from './OptionQueues.tsx';
import { OptionTable } from './OptionTable.tsx';
import type { OptionRow } from './option-record.ts';

const BulkBar = lazy(async () => ({ default: (await import('./bulk/BulkBar.tsx')).BulkBar }));
const MoreOptionFilters = lazy(async () => ({
  default: (await import('./MoreOptionFilters.tsx')).MoreOptionFilters,
}));

const more = { conditions: ['contactId', 'performanceId', 'number'], inputs: <MoreOptionFilters /> };

function useCreateActions(): { request: ReactNode; place: ReactNode } {
  const text = useText();
  const mayRequest = useRight('options.requests:create');
  const mayPlace = useRight('options.seats.placement:create');
  return {
    request: mayRequest && (
      <Button component={Link} to="/options/create" variant="contained" startIcon={<AddIcon />}>
        {text('options.list.create')}
      </Button>
    ),
    place: mayRequest && mayPlace && (
      <Button component={Link} to="/options/create?direct=1" variant="outlined">
        {text('options.list.place')}
      </Button>
    ),
  };
}

/** Every seat option: the work queues, the filters of the trade, the list. */
export function OptionList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  const { request, place } = useCreateActions();
  return (
    <ListBase<OptionRow>
      resource="options"
      storeKey="options"
      perPage={25}
      sort={{ field: 'number', order: 'DESC' }}
      filter={organisation}
    >
      <PageHeader
        title={text('frame.page.options')}
        actions={
          <>
            {place}
            {request}
          </>
        }
      />
      <OptionQueues />
      <ListShell
        search={<OptionSearch />}
        filters={<OptionFilters />}
        more={more}
        table={<OptionTable />}
        cards={<OptionCards />}
        empty={{
          title: text('options.list.emptyTitle'),
          body: text('options.list.emptyBody'),
          action: request,
        }}
        noMatch={{ title: text('options.list.noMatchTitle'), body: text('options.list.noMatchBody') }}
      />
      <Suspense fallback={null}>
        <BulkBar />
      </Suspense>
    </ListBase>
  );
}

const requested: readonly OptionState[] = ['requested'];

/** The requests that wait for an answer, oldest first. */
export function RequestList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  const { request } = useCreateActions();
  return (
    <ListBase<OptionRow>
      resource="options"
      storeKey="option-requests"
      perPage={25}
      sort={{ field: 'number', order: 'ASC' }}
      filter={{ ...organisation, state: requested }}
    >
      <PageHeader title={text('frame.page.requests')} actions={request} />
      <ListShell
        search={<OptionSearch />}
        more={more}
        table={<OptionTable />}
        cards={<OptionCards />}
        empty={{
          title: text('options.list.emptyRequestsTitle'),
          body: text('options.list.emptyRequestsBody'),
          action: request,
        }}
        noMatch={{ title: text('options.list.noMatchTitle'), body: text('options.list.noMatchBody') }}
      />
      <Suspense fallback={null}>
        <BulkBar />
      </Suspense>
    </ListBase>
  );
}
