import { ReferenceFilter } from '../frame/inputs/ReferenceFilter.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { eventKind } from './event-record.ts';

/** The events of all seasons. */
export function EventList() {
  const organisation = useOrganisationFilter();
  return (
    <RecordList
      kind={eventKind}
      filter={organisation}
      filters={
        <>
          <ReferenceFilter field="seasonId" resource="seasons" filter={organisation} />
          <ReferenceFilter field="activityId" resource="season-activities" filter={organisation} />
        </>
      }
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true, card: true },
        {
          field: 'activityId',
          render: ({ activityId }) => <RecordName resource="season-activities" id={activityId} />,
          card: true,
        },
        { field: 'seasonId', render: ({ seasonId }) => <RecordName resource="seasons" id={seasonId} /> },
        {
          field: 'familyId',
          render: ({ familyId }) => <RecordName resource="product-families" id={familyId} />,
        },
      ]}
    />
  );
}
