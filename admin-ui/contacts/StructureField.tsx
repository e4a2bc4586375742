import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { useDebounced } from '../frame/use-debounced.ts';
import { useText } from '../messages/use-text.ts';
import type { ContactRow } from './contact-record.ts';
import { useContactText } from './use-contact-text.ts';

/** The structure a person is the relay of; optional. */
export function StructureField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const text = useText();
  const contactText = useContactText();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ContactRow | null>(null);
  const q = useDebounced(typed);
  const { data = [], isFetching } = useGetList<ContactRow>('contacts', {
    filter: { kind: 'structure', ...(q === '' ? {} : { q }) },
    pagination: { page: 1, perPage: 20 },
    sort: { field: 'name', order: 'ASC' },
  });
  return (
    <Autocomplete
      options={data}
      value={chosen?.id === value ? chosen : null}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={contactText}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, current) => option.id === current.id}
      onInputChange={(_, input, reason) => setTyped(reason === 'input' ? input : '')}
      onChange={(_, structure) => {
        setChosen(structure);
        onChange(structure?.id ?? null);
      }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={text('resources.contacts.fields.structureId')}
          helperText={text('screens.contact.form.structureHelp')}
        />
      )}
    />
  );
}
