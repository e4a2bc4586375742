import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { useText } from '../messages/use-text.ts';
import { type EventRecord, eventKind } from './event-record.ts';

/** The activity, among those of the chosen season; another season empties it. */
function ActivityEntry() {
  const seasonId = useWatch<EventRecord, 'seasonId'>({ name: 'seasonId' });
  const { setValue } = useFormContext<EventRecord>();
  const last = useRef(seasonId);
  useEffect(() => {
    if (last.current !== seasonId && (last.current ?? '') !== '')
      setValue('activityId', '', { shouldDirty: true });
    last.current = seasonId;
  }, [seasonId, setValue]);
  return (
    <ReferenceEntry
      field="activityId"
      resource="season-activities"
      filter={{ seasonId: seasonId ?? '' }}
      required
      disabled={(seasonId ?? '') === ''}
    />
  );
}

function EventInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <NameEntry autoFocus={!made} />
      <FormRow>
        <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
        <ReferenceEntry field="familyId" resource="product-families" required />
      </FormRow>
      <FormRow>
        <ReferenceEntry
          field="seasonId"
          resource="seasons"
          sort={{ field: 'startsOn', order: 'DESC' }}
          required
          disabled={made}
          {...(made ? { help: text('settings.help.noFixed') } : {})}
        />
        <ActivityEntry />
      </FormRow>
      <TextEntry field="externalId" help={text('settings.help.externalId')} />
    </FormSection>
  );
}

/** A new event. */
export function EventCreate() {
  return (
    <RecordCreate kind={eventKind}>
      <EventInputs />
    </RecordCreate>
  );
}

/** Changes an event. */
export function EventEdit() {
  return (
    <RecordEdit kind={eventKind}>
      <EventInputs made />
    </RecordEdit>
  );
}
