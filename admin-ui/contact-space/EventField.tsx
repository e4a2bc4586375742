import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useDebounced } from '../frame/use-debounced.ts';
import type { OpenEvent, OpenProgramme } from './ask.ts';
import { Failure } from './Failure.tsx';
import { useAsked } from './use-asked.ts';
import { useWords } from './words/use-words.ts';

/** The events that take requests, found by a few letters. */
export function EventField({
  value,
  fault,
  onChange,
}: {
  value: OpenEvent | null;
  fault: string | null;
  onChange: (event: OpenEvent | null) => void;
}) {
  const { words } = useWords();
  const [typed, setTyped] = useState('');
  const sought = useDebounced(typed === value?.name ? '' : typed.trim());
  const asked = useAsked<OpenProgramme>(
    `/events${sought === '' ? '' : `?${new URLSearchParams({ q: sought })}`}`,
  );
  const events = asked.data?.events ?? [];
  if (asked.failure !== null) return <Failure failure={asked.failure} again={asked.again} />;
  if (asked.data !== null && sought === '' && events.length === 0 && value === null)
    return <Alert severity="info">{words.request.noProgramme}</Alert>;
  return (
    <Autocomplete
      id="event"
      options={events}
      value={value}
      onChange={(_event, chosen) => onChange(chosen)}
      onInputChange={(_event, text) => setTyped(text)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(all) => all}
      loading={asked.data === null}
      loadingText={words.loading}
      noOptionsText={words.request.noEvent}
      openText={words.request.openEvents}
      closeText={words.close}
      clearText={words.request.clearEvent}
      renderInput={(field) => (
        <TextField
          {...field}
          label={words.request.event}
          required
          error={fault !== null}
          helperText={fault ?? words.request.eventHelp}
        />
      )}
    />
  );
}
