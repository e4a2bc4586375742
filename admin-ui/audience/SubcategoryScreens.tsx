import type { Fact } from '../frame/Facts.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { type SubcategoryRecord, subcategoryKind } from './audience-record.ts';

function useFacts(subcategory: SubcategoryRecord): readonly Fact[] {
  const text = useText();
  const label = useFieldLabel();
  return [
    { label: label('code'), value: subcategory.code },
    {
      label: label('audienceCategoryId'),
      value: <RecordName resource="audience-categories" id={subcategory.audienceCategoryId} />,
    },
    {
      label: label('optionDefault'),
      value: text(subcategory.optionDefault ? 'settings.common.yes' : 'settings.common.no'),
    },
  ];
}

function SubcategoryInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <NameEntry autoFocus={!made} />
      <FormRow>
        <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
        <ReferenceEntry
          field="audienceCategoryId"
          resource="audience-categories"
          required
          disabled={made}
          {...(made ? { help: text('settings.help.noFixed') } : {})}
        />
      </FormRow>
      <SwitchEntry field="optionDefault" help={text('settings.help.optionDefault')} />
    </FormSection>
  );
}

/** An audience subcategory. */
export function SubcategoryShow() {
  return <RecordShow kind={subcategoryKind} useFacts={useFacts} />;
}

const usualSubcategory = { optionDefault: false };

/** A new audience subcategory. */
export function SubcategoryCreate() {
  return (
    <RecordCreate kind={subcategoryKind} defaults={usualSubcategory}>
      <SubcategoryInputs />
    </RecordCreate>
  );
}

/** Changes an audience subcategory. */
export function SubcategoryEdit() {
  return (
    <RecordEdit kind={subcategoryKind}>
      <SubcategoryInputs made />
    </RecordEdit>
  );
}
