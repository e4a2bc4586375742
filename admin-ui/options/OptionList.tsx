import { Box } from '@mui/material';
import { BoundChips } from '../frame/BoundChips.tsx';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { useText } from '../messages/use-text.ts';
import { moreOfAll } from './more-filters.tsx';
import { OptionCards } from './OptionCards.tsx';
import { OptionFilters } from './OptionFilters.tsx';
import { OptionQueues } from './OptionQueues.tsx';
import { OptionSearch } from './OptionSearch.tsx';
import { OptionTable } from './OptionTable.tsx';
import type { OptionRow } from './option-record.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useCreateActions } from './use-create-actions.tsx';
import { useResumedFilter } from './use-resumed-filter.ts';

/** The bounds of time a queue or a view sets, in words. */
function OptionBounds() {
  const text = useText();
  const fields = ['confirmationDueAt', 'startsAt', 'requestedAt'] as const;
  return (
    <Box sx={{ mb: 2, '&:empty': { display: 'none' } }}>
      <BoundChips fields={fields.map((source) => ({ source, label: text(`options.bound.${source}`) }))} />
    </Box>
  );
}

/** Every seat option: the work queues, the filters of the trade, the list. */
export function OptionList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  const resumed = useResumedFilter();
  const { request, place } = useCreateActions();
  return (
    <ListFrame<OptionRow>
      resource="options"
      sort={{ field: 'number', order: 'DESC' }}
      filter={{ ...organisation, ...resumed }}
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
      <OptionBounds />
      <ListShell
        search={<OptionSearch />}
        filters={<OptionFilters />}
        more={moreOfAll}
        table={<OptionTable />}
        cards={<OptionCards />}
        empty={{
          title: text('options.list.emptyTitle'),
          body: text('options.list.emptyBody'),
          action: request,
        }}
        noMatch={{ title: text('options.list.noMatchTitle'), body: text('options.list.noMatchBody') }}
      />
      <SelectionBar />
    </ListFrame>
  );
}
