import type { Fact } from '../frame/Facts.tsx';
import { FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { PartsTable } from '../frame/records/PartsTable.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { type AudienceRecord, audienceKind, subcategoryKind } from './audience-record.ts';

function useFacts(audience: AudienceRecord): readonly Fact[] {
  const label = useFieldLabel();
  return [{ label: label('code'), value: audience.code }];
}

function Subcategories({ audience }: { audience: AudienceRecord }) {
  const text = useText();
  const label = useFieldLabel();
  return (
    <PartsTable
      kind={subcategoryKind}
      title={text('settings.lists.subcategories')}
      empty={text('settings.lists.subcategoriesEmpty')}
      filter={{ audienceCategoryId: audience.id }}
      columns={[
        { label: label('code'), render: ({ code }) => code },
        {
          label: label('optionDefault'),
          render: ({ optionDefault }) =>
            text(optionDefault ? 'settings.common.yes' : 'settings.common.nothing'),
        },
      ]}
    />
  );
}

function AudienceInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <NameEntry autoFocus={!made} />
      <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
    </FormSection>
  );
}

/** The audience categories. */
export function AudienceList() {
  return (
    <RecordList
      kind={audienceKind}
      columns={[{ field: 'code', render: ({ code }) => code, sortable: true, card: true }]}
    />
  );
}

/** An audience category and its prices. */
export function AudienceShow() {
  return (
    <RecordShow
      kind={audienceKind}
      useFacts={useFacts}
      parts={(audience) => <Subcategories audience={audience} />}
    />
  );
}

/** A new audience category. */
export function AudienceCreate() {
  return (
    <RecordCreate kind={audienceKind}>
      <AudienceInputs />
    </RecordCreate>
  );
}

/** Changes an audience category. */
export function AudienceEdit() {
  return (
    <RecordEdit kind={audienceKind}>
      <AudienceInputs made />
    </RecordEdit>
  );
}
