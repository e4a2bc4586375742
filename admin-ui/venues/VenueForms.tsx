import { AutocompleteInput } from 'react-admin';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { LinesEntry } from '../frame/inputs/LinesEntry.tsx';
import { OrganisationEntry } from '../frame/inputs/OrganisationEntry.tsx';
import { isRequired, TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { venueKind } from './venue-record.ts';

const zones = Intl.supportedValuesOf('timeZone').map((id) => ({ id, name: id.replaceAll('_', ' ') }));

function TimeZoneEntry() {
  const text = useText();
  const label = useFieldLabel();
  return (
    <AutocompleteInput
      source="timeZone"
      label={label('timeZone')}
      choices={zones}
      translateChoice={false}
      validate={isRequired}
      helperText={text('settings.help.timeZone')}
      fullWidth
    />
  );
}

function VenueInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <TextEntry field="name" required autoFocus={!made} />
      <FormRow>
        <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
        <OrganisationEntry fixed={made} />
      </FormRow>
      <LinesEntry field="addressLines" help={text('settings.help.addressLines')} />
      <TimeZoneEntry />
    </FormSection>
  );
}

const usualVenue = { timeZone: 'Europe/Paris' };

/** A new venue. */
export function VenueCreate() {
  return (
    <RecordCreate kind={venueKind} defaults={usualVenue}>
      <VenueInputs />
    </RecordCreate>
  );
}

/** Changes a venue. */
export function VenueEdit() {
  return (
    <RecordEdit kind={venueKind}>
      <VenueInputs made />
    </RecordEdit>
  );
}
