import { Box, FormControlLabel, Switch } from '@mui/material';
import {
  AutocompleteInput,
  NumberInput,
  ReferenceInput,
  SelectArrayInput,
  TextInput,
  useListContext,
} from 'react-admin';
import { optionStates } from '../../rules/options/life.ts';
import { useContactText } from '../contacts/use-contact-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { usePerformanceText } from '../performances/use-performance-text.ts';

/** The search over numbers, contacts and events. */
export function OptionSearch() {
  const text = useText();
  return (
    <TextInput
      source="q"
      label={text('frame.common.search')}
      placeholder={text('frame.common.searchHint')}
      helperText={false}
      fullWidth
      resettable
    />
  );
}

/** Only what is past its due date and still holds seats; off, the condition is gone. */
function OverdueSwitch() {
  const text = useText();
  const { filterValues, setFilters } = useListContext();
  const { overdue, ...rest } = filterValues;
  return (
    <FormControlLabel
      control={
        <Switch
          checked={overdue === true}
          onChange={(_, checked) => setFilters(checked ? { ...rest, overdue: true } : rest)}
        />
      }
      label={text('options.filter.overdue')}
    />
  );
}

/** The other filters of the options: state, contact, performance, number, overdue. */
export function OptionFilters({ withState }: { withState: boolean }) {
  const text = useText();
  const { labels } = useFormat();
  const contactText = useContactText();
  const performanceText = usePerformanceText();
  const states = optionStates.map((id) => ({ id, name: labels.states[id] }));
  const field = { minWidth: 150, flex: '1 1 170px', maxWidth: { md: 280 } };
  return (
    <>
      {withState && (
        <Box sx={field}>
          <SelectArrayInput
            source="state"
            label={text('options.filter.state')}
            choices={states}
            translateChoice={false}
            helperText={false}
            fullWidth
          />
        </Box>
      )}
      <Box sx={field}>
        <ReferenceInput source="contactId" reference="contacts" sort={{ field: 'name', order: 'ASC' }}>
          <AutocompleteInput
            label={text('options.filter.contact')}
            optionText={contactText}
            filterToQuery={(q: string) => ({ q })}
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
            filterToQuery={(q: string) => ({ q })}
            helperText={false}
            fullWidth
          />
        </ReferenceInput>
      </Box>
      <Box sx={{ width: { md: 116 } }}>
        <NumberInput source="number" label={text('options.filter.number')} helperText={false} fullWidth />
      </Box>
      {withState && <OverdueSwitch />}
    </>
  );
}
