import { AutocompleteInput, ReferenceInput, type SortPayload } from 'react-admin';
import type { Resource } from '../../../rules/organisation/resource-rights.ts';
import type { SettingRecord } from '../records/record-kind.ts';
import { useFieldLabel, useNameText } from '../records/use-record-text.ts';
import { type EntryProps, isRequired } from './TextEntry.tsx';

export type ReferenceEntryProps = EntryProps & {
  resource: Resource;
  filter?: Readonly<Record<string, unknown>>;
  sort?: SortPayload;
  /** What a choice is called, where its name alone does not tell it apart. */
  optionText?: (record: SettingRecord) => string;
};

const byName: SortPayload = { field: 'name', order: 'ASC' };

/** Another record, found by its name. */
export function ReferenceEntry(props: ReferenceEntryProps) {
  const { field, help, disabled = false, resource, filter = {}, sort = byName } = props;
  const label = useFieldLabel();
  const nameText = useNameText();
  return (
    <ReferenceInput source={field} reference={resource} filter={filter} sort={sort} perPage={30}>
      <AutocompleteInput
        label={label(field)}
        optionText={props.optionText ?? nameText}
        filterToQuery={(q: string) => ({ q })}
        helperText={help ?? false}
        {...(props.required === true ? { validate: isRequired } : {})}
        disabled={disabled}
        fullWidth
      />
    </ReferenceInput>
  );
}
