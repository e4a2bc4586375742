import { Box, FormControlLabel, Switch } from '@mui/material';
import { AutocompleteInput, ReferenceInput, SelectInput, TextInput, useListContext } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { optionVerbs } from '../../rules/options/life.ts';
import { houseTimeZone, useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { instantOf, typedOf } from '../messages/venue-clock.ts';
import { doneKey } from '../options/done-key.ts';
import type { OptionRow } from '../options/option-record.ts';
import { useRight, useSession } from '../provider/session.ts';
import { subjectChoices, verbChoices } from './history-words.ts';

const actors = ['operator', 'contact', 'process', 'system'] as const;
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

/** Every verb under the words of the column: what was done, not the button that does it. */
function useVerbChoices() {
  const text = useText();
  const format = useFormat();
  return verbChoices(text, format).map(({ id, name }) => {
    const verb = optionVerbs.find((known) => known === id && format.labels.verbs[known] === name);
    return { id, name: verb === undefined ? name : text(doneKey({ verb, before: null, after: null })) };
  });
}

/** One option among all, found by its number or its contact: its kind goes with it. */
function OptionFilter() {
  const text = useText();
  const { setValue } = useFormContext();
  const optionText = (option: OptionRow | undefined) =>
    option === undefined
      ? ''
      : text('history.filter.optionText', { number: option.number, contact: option.contactName });
  return (
    <ReferenceInput source="subjectId" reference="options" sort={{ field: 'number', order: 'DESC' }}>
      <AutocompleteInput
        label={text('history.filter.option')}
        optionText={optionText}
        filterToQuery={search}
        helperText={false}
        fullWidth
        onChange={(id) => setValue('subjectType', id === '' || id === null ? '' : 'option')}
      />
    </ReferenceInput>
  );
}

/** On what kind of record; the one option that was chosen is let go with another kind. */
export function SubjectFilter() {
  const text = useText();
  const { setValue } = useFormContext();
  return (
    <SelectInput
      source="subjectType"
      label={text('history.filter.subjectType')}
      choices={subjectChoices(text)}
      emptyText={text('history.filter.allSubjects')}
      onChange={() => setValue('subjectId', '')}
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
  const verbs = useVerbChoices();
  const mayReadOptions = useRight('options.seats.requests:read');
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
        choices={verbs}
        emptyText={text('history.filter.allVerbs')}
        translateChoice={false}
        helperText={false}
        sx={field}
      />
      <SelectInput
        source="actorType"
        label={text('history.filter.actorType')}
        choices={actorTypes}
        emptyText={text('history.filter.allActorTypes')}
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
      {mayReadOptions && (
        <Box sx={field}>
          <OptionFilter />
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
