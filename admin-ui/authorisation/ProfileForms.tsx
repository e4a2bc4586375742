import { useWatch } from 'react-hook-form';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { NumberEntry } from '../frame/inputs/NumberEntry.tsx';
import { OrganisationEntry } from '../frame/inputs/OrganisationEntry.tsx';
import { ReferencesEntry } from '../frame/inputs/ReferencesEntry.tsx';
import { DayEntry, TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { useText } from '../messages/use-text.ts';
import { usePerformanceText } from '../performances/use-performance-text.ts';
import { settingStates } from './limitation-record.ts';
import { type ProfileRecord, profileKind, profileKinds } from './profile-record.ts';

const mostPlaces = 100_000;

/** The products a profile for products covers; none: all. */
function CoveredProducts() {
  const kind = useWatch<ProfileRecord, 'kind'>({ name: 'kind' });
  return kind === 'products' ? <ReferencesEntry field="productIds" resource="products" /> : null;
}

function ProfileInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  const performanceText = usePerformanceText();
  return (
    <>
      <FormSection title={text('settings.common.facts')}>
        <NameEntry autoFocus={!made} />
        <FormRow>
          <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
          <ChoiceEntry
            field="kind"
            required
            disabled={made}
            help={text(made ? 'settings.help.noFixed' : 'rules.help.kind')}
            choices={profileKinds.map((id) => ({ id, name: text(`rules.kind.${id}`) }))}
          />
        </FormRow>
        <OrganisationEntry fixed={made} />
        <NumberEntry
          field="minimumQuantity"
          required
          min={1}
          max={mostPlaces}
          unit={text('rules.placesUnit')}
          help={text('rules.help.minimum')}
        />
      </FormSection>
      <FormSection title={text('rules.validity')} intro={text('rules.help.validity')}>
        <FormRow>
          <DayEntry field="startsOn" />
          <DayEntry field="endsOn" />
        </FormRow>
        <DayEntry field="paymentOn" />
      </FormSection>
      <FormSection title={text('rules.covered')} intro={text('rules.help.covered')}>
        <ReferencesEntry field="channelIds" resource="sales-channels" />
        <CoveredProducts />
        <ReferencesEntry field="eventIds" resource="events" />
        <ReferencesEntry
          field="performanceIds"
          resource="performances"
          sort={{ field: 'startsAt', order: 'ASC' }}
          optionText={performanceText}
        />
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

const usualProfile = { kind: 'seats', state: 'draft', minimumQuantity: 1 };

/** A new option profile. */
export function ProfileCreate() {
  return (
    <RecordCreate kind={profileKind} defaults={usualProfile}>
      <ProfileInputs />
    </RecordCreate>
  );
}

/** Changes an option profile. */
export function ProfileEdit() {
  return (
    <RecordEdit kind={profileKind}>
      <ProfileInputs made />
    </RecordEdit>
  );
}
