import { Box } from '@mui/material';
import { AutocompleteInput, NumberInput, ReferenceInput, useListContext } from 'react-admin';
import { useContactText } from '../contacts/use-contact-text.ts';
import { useNameText } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { usePerformanceText } from '../performances/use-performance-text.ts';

const search = (q: string) => ({ q });
const field = { flex: '1 1 240px', maxWidth: { md: 420 } };

type Programmed = { source: 'seasonId' | 'activityId' | 'eventId'; reference: string; label: string };

/** A condition of the programme: a season, an activity of the season chosen, an event of the activity chosen. */
function ProgrammeFilter({ source, reference, label }: Programmed) {
  const nameText = useNameText();
  const { filterValues } = useListContext();
  const { seasonId, activityId } = filterValues;
  const within = {
    seasonId: {},
    activityId: seasonId === undefined ? {} : { seasonId },
    eventId: {
      ...(seasonId === undefined ? {} : { seasonId }),
      ...(activityId === undefined ? {} : { activityId }),
    },
  };
  return (
    <Box sx={{ flex: '1 1 180px', maxWidth: { md: 260 } }}>
      <ReferenceInput
        source={source}
        reference={reference}
        filter={within[source]}
        sort={{ field: 'name', order: 'ASC' }}
      >
        <AutocompleteInput
          label={label}
          optionText={nameText}
          filterToQuery={search}
          helperText={false}
          fullWidth
        />
      </ReferenceInput>
    </Box>
  );
}

/** Filters by one contact, by the programme, one performance or one number. */
export function MoreOptionFilters() {
  const text = useText();
  const contactText = useContactText();
  const performanceText = usePerformanceText();
  return (
    <>
      <Box sx={field}>
        <ReferenceInput source="contactId" reference="contacts" sort={{ field: 'name', order: 'ASC' }}>
          <AutocompleteInput
            label={text('options.filter.contact')}
            optionText={contactText}
            filterToQuery={search}
            helperText={false}
            fullWidth
          />
        </ReferenceInput>
      </Box>
      <ProgrammeFilter source="seasonId" reference="seasons" label={text('options.filter.season')} />
      <ProgrammeFilter
        source="activityId"
        reference="season-activities"
        label={text('options.filter.activity')}
      />
      <ProgrammeFilter source="eventId" reference="events" label={text('options.filter.event')} />
      <Box sx={field}>
        <ReferenceInput
          source="performanceId"
          reference="performances"
          sort={{ field: 'startsAt', order: 'ASC' }}
        >
          <AutocompleteInput
            label={text('options.filter.performance')}
            optionText={performanceText}
            filterToQuery={search}
            helperText={false}
            fullWidth
          />
        </ReferenceInput>
      </Box>
      <Box sx={{ width: { md: 140 } }}>
        <NumberInput source="number" label={text('options.filter.number')} helperText={false} fullWidth />
      </Box>
    </>
  );
}
