import type { Fact } from '../frame/Facts.tsx';
import { FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { type FamilyRecord, familyKind } from './family-record.ts';

function useFacts(family: FamilyRecord): readonly Fact[] {
  const label = useFieldLabel();
  return [{ label: label('code'), value: family.code }];
}

function FamilyInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <NameEntry autoFocus={!made} />
      <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
    </FormSection>
  );
}

/** The families of products. */
export function FamilyList() {
  return (
    <RecordList
      kind={familyKind}
      columns={[{ field: 'code', render: ({ code }) => code, sortable: true, card: true }]}
    />
  );
}

/** A family of products. */
export function FamilyShow() {
  return <RecordShow kind={familyKind} useFacts={useFacts} />;
}

/** A new family of products. */
export function FamilyCreate() {
  return (
    <RecordCreate kind={familyKind}>
      <FamilyInputs />
    </RecordCreate>
  );
}

/** Changes a family of products. */
export function FamilyEdit() {
  return (
    <RecordEdit kind={familyKind}>
      <FamilyInputs made />
    </RecordEdit>
  );
}
