import { Box, FormControlLabel, Switch } from '@mui/material';
import { AutocompleteInput, ReferenceInput, SelectInput, TextInput, useListContext } from 'react-admin';
import { houseTimeZone, useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { instantOf, typedOf } from '../messages/venue-clock.ts';
import { useRight, useSession } from '../provider/session.ts';
import { subjectChoices, verbChoices } from './history-words.ts';

const actors = ['operator', 'process', 'system'] as const;
const search = (q: string) => ({ q });
const field = { minWidth: 160, width: { xs: '100%', md: 190 } };

/** A day of the house's clock, kept as the instant it begins or ends. */
function DayInput({ source, label, time }: { source: string; label: string; time: string }) {
  return (
    <TextInput
      source={source}
      label={label}
      type="date"
      helperText={false}
      parse={(typed: string) => (typed === '' ? '' : instantOf(`${typed}T${time}`, houseTimeZone))}
      format={(at: unknown) =>
        typeof at === 'string' && at !== '' ? typedOf(at, houseTimeZone).slice(0, 10) : ''
      }
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ flex: 1, minWidth: 148 }}
    />
  );
}

/** On what kind of record. */
export function SubjectFilter() {
  const text = useText();
  return (
    <SelectInput
      source="subjectType"
      label={text('history.filter.subjectType')}
      choices={subjectChoices(text)}
      translateChoice={false}
      helperText={false}
      fullWidth
    />
  );
}

/** Only what the person at the screen did; off, the condition is gone. */
function MineSwitch() {
  const text = useText();
  const session = useSession();
  const { filterValues, setFilters } = useListContext();
  const { actor, ...rest } = filterValues;
  const me = session?.operator.id;
  if (me === undefined) return null;
  return (
    <FormControlLabel
      control={
        <Switch
          checked={actor === me}
          onChange={(_, checked) => setFilters(checked ? { ...rest, actor: me } : rest)}
        />
      }
      label={text('history.filter.mine')}
    />
  );
}

/** Who did it, what, and when. */
export function HistoryFilters() {
  const text = useText();
  const format = useFormat();
  const mayReadColleagues = useRight('organisation.operators:read');
  const actorTypes = actors.map((id) => ({
    id,
    name: text(`history.actorType.${id}`),
  }));
  return (
    <>
      <SelectInput
        source="verb"
        label={text('history.filter.verb')}
        choices={verbChoices(text, format)}
        translateChoice={false}
        helperText={false}
        sx={field}
      />
      <SelectInput
        source="actorType"
        label={text('history.filter.actorType')}
        choices={actorTypes}
        translateChoice={false}
        helperText={false}
        sx={field}
      />
      {mayReadColleagues && (
        <Box sx={field}>
          <ReferenceInput source="actor" reference="operators" sort={{ field: 'name', order: 'ASC' }}>
            <AutocompleteInput
              label={text('history.filter.actor')}
              optionText="name"
              filterToQuery={search}
              helperText={false}
              fullWidth
            />
          </ReferenceInput>
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 1.25 }}>
        <DayInput source="at_gte" label={text('history.filter.from')} time="00:00" />
        <DayInput source="at_lte" label={text('history.filter.to')} time="23:59:59.999" />
      </Box>
      <MineSwitch />
    </>
  );
}
