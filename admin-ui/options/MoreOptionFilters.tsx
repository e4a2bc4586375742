import { Box } from '@mui/material';
import { AutocompleteInput, NumberInput, ReferenceInput } from 'react-admin';
import { useContactText } from '../contacts/use-contact-text.ts';
import { useText } from '../messages/use-text.ts';
import { usePerformanceText } from '../performances/use-performance-text.ts';

const search = (q: string) => ({ q });
const field = { flex: '1 1 240px', maxWidth: { md: 420 } };

/** Filters by one contact, one performance or one number. */
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
