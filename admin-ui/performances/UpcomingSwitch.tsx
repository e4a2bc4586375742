import { FormControlLabel, Switch } from '@mui/material';
import { useListContext } from 'react-admin';
import { useNow } from '../frame/use-now.ts';
import { useText } from '../messages/use-text.ts';
import { comingFrom } from './upcoming.ts';

/** Shows only what is still to come, or the whole programme. */
export function UpcomingSwitch() {
  const text = useText();
  const now = useNow();
  const { filterValues, setFilters } = useListContext();
  const { startsAt_gte: from, ...rest } = filterValues;
  return (
    <FormControlLabel
      control={
        <Switch
          checked={typeof from === 'string'}
          onChange={(_, checked) => setFilters(checked ? { ...rest, ...comingFrom(now) } : rest)}
        />
      }
      label={text('screens.performance.list.upcoming')}
    />
  );
}
