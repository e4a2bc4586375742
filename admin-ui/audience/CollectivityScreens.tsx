import type { Fact } from '../frame/Facts.tsx';
import { FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { type CollectivityRecord, collectivityKind } from './audience-record.ts';

function useFacts(collectivity: CollectivityRecord): readonly Fact[] {
  const label = useFieldLabel();
  return [
    { label: label('code'), value: collectivity.code },
    {
      label: label('audienceCategoryId'),
      value: <RecordName resource="audience-categories" id={collectivity.audienceCategoryId} />,
    },
  ];
}

function CollectivityInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <NameEntry autoFocus={!made} />
      <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
      <ReferenceEntry
        field="audienceCategoryId"
        resource="audience-categories"
        help={text('settings.help.collectivityAudience')}
      />
    </FormSection>
  );
}

/** The kinds of collectivity. */
export function CollectivityList() {
  return (
    <RecordList
      kind={collectivityKind}
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        {
          field: 'audienceCategoryId',
          render: ({ audienceCategoryId }) => (
            <RecordName resource="audience-categories" id={audienceCategoryId} />
          ),
          card: true,
        },
      ]}
    />
  );
}

/** A kind of collectivity. */
export function CollectivityShow() {
  return <RecordShow kind={collectivityKind} useFacts={useFacts} />;
}

/** A new kind of collectivity. */
export function CollectivityCreate() {
  return (
    <RecordCreate kind={collectivityKind}>
      <CollectivityInputs />
    </RecordCreate>
  );
}

/** Changes a kind of collectivity. */
export function CollectivityEdit() {
  return (
    <RecordEdit kind={collectivityKind}>
      <CollectivityInputs made />
    </RecordEdit>
  );
}
