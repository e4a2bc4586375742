import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { type RaRecord, type SortPayload, useGetList, useGetOne } from 'react-admin';
import { useDebounced } from '../../frame/use-debounced.ts';
import { useText } from '../../messages/use-text.ts';

/** Finds a record by its words, outside of a form. */
export function PickRecord<R extends RaRecord>({
  resource,
  label,
  value,
  onChange,
  optionText,
  sort,
  filter = {},
  error,
}: {
  resource: string;
  label: string;
  value: string | null;
  onChange: (id: string | null, name: string | null) => void;
  optionText: (record: R) => string;
  sort: SortPayload;
  filter?: Readonly<Record<string, unknown>>;
  error?: string | null;
}) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed, 250);
  const { data = [], isPending } = useGetList<R>(resource, {
    filter: q === '' ? filter : { ...filter, q },
    pagination: { page: 1, perPage: 30 },
    sort,
  });
  const { data: chosen } = useGetOne<R>(resource, { id: value ?? '' }, { enabled: value !== null });
  const options = chosen === undefined || data.some(({ id }) => id === chosen.id) ? data : [chosen, ...data];
  return (
    <Autocomplete<R>
      options={options}
      value={value === null ? null : (chosen ?? null)}
      getOptionLabel={optionText}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(found) => found}
      loading={isPending}
      loadingText={text('frame.common.loading')}
      noOptionsText={text('studio.nothingFound')}
      onInputChange={(_event, input, why) => setTyped(why === 'input' ? input : '')}
      onChange={(_event, record) => {
        onChange(record === null ? null : String(record.id), record === null ? null : optionText(record));
      }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={typeof error === 'string'}
          helperText={error ?? undefined}
        />
      )}
      fullWidth
    />
  );
}
