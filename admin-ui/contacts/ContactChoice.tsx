import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { useDebounced } from '../frame/use-debounced.ts';
import type { ContactKind, ContactRow } from './contact-record.ts';
import { useContactText } from './use-contact-text.ts';

/** Chooses one contact of a kind by name, number or e-mail. */
export function ContactChoice({
  kind,
  label,
  value,
  help,
  error = false,
  onChange,
}: {
  kind: ContactKind;
  label: string;
  value: ContactRow | null;
  help?: string | undefined;
  error?: boolean;
  onChange: (contact: ContactRow | null) => void;
}) {
  const contactText = useContactText();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed);
  const { data = [], isFetching } = useGetList<ContactRow>('contacts', {
    filter: { kind, ...(q === '' ? {} : { q }) },
    pagination: { page: 1, perPage: 20 },
    sort: { field: 'name', order: 'ASC' },
  });
  return (
    <Autocomplete
      options={data}
      value={value}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={contactText}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, current) => option.id === current.id}
      onInputChange={(_, input, reason) => setTyped(reason === 'input' ? input : '')}
      onChange={(_, contact) => onChange(contact)}
      renderInput={(params) => (
        <TextField {...params} label={label} helperText={help} error={error} required />
      )}
    />
  );
}
