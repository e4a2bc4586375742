import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NumberEntry } from '../frame/inputs/NumberEntry.tsx';
import { OrganisationEntry } from '../frame/inputs/OrganisationEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { ReferencesEntry } from '../frame/inputs/ReferencesEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { useText } from '../messages/use-text.ts';
import { limitationKind, settingStates } from './limitation-record.ts';

const mostPlaces = 1_000_000;

function LimitationInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  const unit = text('rules.placesUnit');
  return (
    <>
      <FormSection title={text('settings.common.facts')}>
        <TextEntry field="name" required autoFocus={!made} />
        <FormRow>
          <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
          <ReferenceEntry field="familyId" resource="product-families" required />
        </FormRow>
        <OrganisationEntry fixed={made} />
        <ReferencesEntry
          field="collectivityTypeIds"
          resource="collectivity-types"
          help={text('rules.help.types')}
        />
      </FormSection>
      <FormSection title={text('rules.maxima')} intro={text('rules.help.maxima')}>
        <FormRow>
          <NumberEntry field="maximumPerOption" max={mostPlaces} unit={unit} />
          <NumberEntry field="maximumPerPerformance" max={mostPlaces} unit={unit} />
          <NumberEntry field="maximumPerSeason" max={mostPlaces} unit={unit} />
        </FormRow>
      </FormSection>
      <FormSection title={text('rules.covered')} intro={text('rules.help.covered')}>
        <FormRow>
          <ReferencesEntry field="seasonIds" resource="seasons" />
          <ReferencesEntry field="activityIds" resource="season-activities" />
        </FormRow>
        <ReferencesEntry field="eventIds" resource="events" />
        <ReferencesEntry field="seatCategoryIds" resource="seat-categories" />
      </FormSection>
      <FormSection title={text('settings.field.state')}>
        <ChoiceEntry
          field="state"
          required
          help={text('rules.help.state')}
          choices={settingStates.map((id) => ({ id, name: text(`rules.state.${id}`) }))}
        />
      </FormSection>
    </>
  );
}

const usualTable = { state: 'draft' };

/** A new limitation table. */
export function LimitationCreate() {
  return (
    <RecordCreate kind={limitationKind} defaults={usualTable}>
      <LimitationInputs />
    </RecordCreate>
  );
}

/** Changes a limitation table. */
export function LimitationEdit() {
  return (
    <RecordEdit kind={limitationKind}>
      <LimitationInputs made />
    </RecordEdit>
  );
}
