import type { OptionState } from '../../rules/options/life.ts';
import { ListFrame } from '../frame/ListFrame.tsx';
import { ListShell } from '../frame/ListShell.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { useText } from '../messages/use-text.ts';
import { more } from './more-filters.tsx';
import { OptionCards } from './OptionCards.tsx';
import { OptionSearch } from './OptionSearch.tsx';
import { OptionTable } from './OptionTable.tsx';
import type { OptionRow } from './option-record.ts';
import { QueueLinks } from './QueueLinks.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useCreateActions } from './use-create-actions.tsx';

const requested: readonly OptionState[] = ['requested'];

/** The requests that wait for an answer, oldest first. */
export function RequestList() {
  const text = useText();
  const organisation = useOrganisationFilter();
  const { request } = useCreateActions();
  return (
    <ListFrame<OptionRow>
      resource="options"
      name="option-requests"
      sort={{ field: 'number', order: 'ASC' }}
      filter={{ ...organisation, state: requested }}
    >
      <PageHeader title={text('frame.page.requests')} actions={request} />
      <QueueLinks />
      <ListShell
        search={<OptionSearch />}
        more={more}
        table={<OptionTable requests />}
        cards={<OptionCards />}
        empty={{
          title: text('options.list.emptyRequestsTitle'),
          body: text('options.list.emptyRequestsBody'),
          action: request,
        }}
        noMatch={{ title: text('options.list.noMatchTitle'), body: text('options.list.noMatchBody') }}
      />
      <SelectionBar />
    </ListFrame>
  );
}
