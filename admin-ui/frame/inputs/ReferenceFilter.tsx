import { AutocompleteInput, ReferenceInput } from 'react-admin';
import type { Resource } from '../../../rules/organisation/resource-rights.ts';
import type { FieldName } from '../records/record-kind.ts';
import { useFieldLabel, useNameText } from '../records/use-record-text.ts';

/** A condition of a list: one record among others, found by its name. */
export function ReferenceFilter({
  field,
  resource,
  filter = {},
}: {
  field: FieldName;
  resource: Resource;
  filter?: Readonly<Record<string, unknown>>;
}) {
  const label = useFieldLabel();
  const nameText = useNameText();
  return (
    <ReferenceInput
      source={field}
      reference={resource}
      filter={filter}
      sort={{ field: 'name', order: 'ASC' }}
      perPage={30}
    >
      <AutocompleteInput
        label={label(field)}
        optionText={nameText}
        filterToQuery={(q: string) => ({ q })}
        helperText={false}
        sx={{ width: { xs: '100%', md: 220 } }}
      />
    </ReferenceInput>
  );
}
