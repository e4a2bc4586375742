import { AutocompleteArrayInput, ReferenceArrayInput, type SortPayload } from 'react-admin';
import type { Resource } from '../../../rules/organisation/resource-rights.ts';
import type { SettingRecord } from '../records/record-kind.ts';
import { useFieldLabel, useNameText } from '../records/use-record-text.ts';
import { type EntryProps, isRequired } from './TextEntry.tsx';

type ReferencesEntryProps<R> = EntryProps & {
  resource: Resource;
  filter?: Readonly<Record<string, unknown>>;
  sort?: SortPayload;
  /** What a choice is called, where its name alone does not tell it apart. */
  optionText?: (record: R) => string;
};

/** Several other records, found by their names; none means what the help says. */
export function ReferencesEntry<R = SettingRecord>(props: ReferencesEntryProps<R>) {
  const { field, help, resource, filter = {}, sort = { field: 'name', order: 'ASC' } } = props;
  const label = useFieldLabel();
  const nameText = useNameText();
  return (
    <ReferenceArrayInput source={field} reference={resource} filter={filter} sort={sort} perPage={50}>
      <AutocompleteArrayInput
        label={label(field)}
        optionText={props.optionText ?? nameText}
        filterToQuery={(q: string) => ({ q })}
        helperText={help ?? false}
        {...(props.required === true ? { validate: isRequired } : {})}
        fullWidth
      />
    </ReferenceArrayInput>
  );
}
