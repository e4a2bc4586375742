import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { cityOf } from '../messages/use-format.ts';
import { venueKind } from './venue-record.ts';

/** The venues. */
export function VenueList() {
  return (
    <RecordList
      kind={venueKind}
      filter={useOrganisationFilter()}
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        {
          field: 'addressLines',
          render: ({ addressLines }) => addressLines.filter((line) => line !== '').join(', '),
          card: true,
        },
        { field: 'timeZone', render: ({ timeZone }) => cityOf(timeZone), sortable: true },
      ]}
    />
  );
}
