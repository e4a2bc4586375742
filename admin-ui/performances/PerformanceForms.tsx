import { useGetOne } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormSection } from '../frame/inputs/FormSection.tsx';
import { InstantEntry } from '../frame/inputs/InstantEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { useText } from '../messages/use-text.ts';
import type { VenueRecord } from '../venues/venue-record.ts';
import { type PerformanceRow, performanceKind } from './performance-record.ts';

const settableStates = ['open', 'closed'] as const;

/** When it starts, typed on the clock of the chosen venue. */
function StartEntry() {
  const text = useText();
  const venueId = useWatch<PerformanceRow, 'venueId'>({ name: 'venueId' }) ?? '';
  const { data: venue } = useGetOne<VenueRecord>('venues', { id: venueId }, { enabled: venueId !== '' });
  return (
    <InstantEntry
      key={venue?.timeZone ?? 'none'}
      field="startsAt"
      required
      disabled={venue === undefined}
      timeZone={venue?.timeZone ?? 'Europe/Paris'}
      help={text('settings.help.startsAt')}
    />
  );
}

/** Of the configurations of the venue, one that is valid. */
function ConfigurationEntry() {
  const text = useText();
  const venueId = useWatch<PerformanceRow, 'venueId'>({ name: 'venueId' }) ?? '';
  return (
    <ReferenceEntry
      key={venueId}
      field="configurationId"
      resource="logical-configurations"
      filter={{ venueId, state: 'valid' }}
      disabled={venueId === ''}
      help={text('settings.help.configurationId')}
    />
  );
}

function StateEntry() {
  const text = useText();
  const state = useWatch<PerformanceRow, 'state'>({ name: 'state' });
  const states = state === 'cancelled' ? (['cancelled'] as const) : settableStates;
  return (
    <ChoiceEntry
      field="state"
      inline
      required
      disabled={state === 'cancelled'}
      help={text('settings.help.state')}
      choices={states.map((id) => ({ id, name: text(`settings.performanceState.${id}`) }))}
    />
  );
}

function PerformanceInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <FormSection title={text('settings.common.facts')}>
      <ReferenceEntry
        field="eventId"
        resource="events"
        filter={organisation}
        required
        disabled={made}
        {...(made ? { help: text('settings.help.noFixed') } : {})}
      />
      <ReferenceEntry field="venueId" resource="venues" filter={organisation} required />
      <ConfigurationEntry />
      <StartEntry />
      {made && <StateEntry />}
      <TextEntry field="externalId" help={text('settings.help.externalId')} />
    </FormSection>
  );
}

/** A new performance of an event. */
export function PerformanceCreate() {
  return (
    <RecordCreate kind={performanceKind}>
      <PerformanceInputs />
    </RecordCreate>
  );
}

/** Changes a performance; one with live options is moved or cancelled from its page only. */
export function PerformanceEdit() {
  return (
    <RecordEdit kind={performanceKind}>
      <PerformanceInputs made />
    </RecordEdit>
  );
}
