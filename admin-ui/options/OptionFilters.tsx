import { Box, FormControlLabel, Switch } from '@mui/material';
import { SelectArrayInput, useListContext } from 'react-admin';
import { optionStates } from '../../rules/options/life.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';

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

/** What options are told apart by every day: their state, and whether they are overdue. */
export function OptionFilters() {
  const text = useText();
  const { labels } = useFormat();
  return (
    <>
      <Box sx={{ width: { md: 200 } }}>
        <SelectArrayInput
          source="state"
          label={text('options.filter.state')}
          choices={optionStates.map((id) => ({ id, name: labels.states[id] }))}
          translateChoice={false}
          helperText={false}
          fullWidth
        />
      </Box>
      <OverdueSwitch />
    </>
  );
}
