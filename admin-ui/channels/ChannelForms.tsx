import { useWatch } from 'react-hook-form';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { InstantEntry } from '../frame/inputs/InstantEntry.tsx';
import { NumberEntry } from '../frame/inputs/NumberEntry.tsx';
import { OrganisationEntry } from '../frame/inputs/OrganisationEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { useText } from '../messages/use-text.ts';
import { type ChannelRecord, channelKind, channelKinds } from './channel-record.ts';
import { DrawsEntry } from './DrawsEntry.tsx';

/** What is always allowed has no threshold. */
function TriggerEntry() {
  const text = useText();
  const allowed = useWatch<ChannelRecord, 'isolatedSeatsAllowed'>({ name: 'isolatedSeatsAllowed' });
  if (allowed) return null;
  return (
    <NumberEntry field="isolatedSeatTrigger" max={100_000} help={text('settings.help.isolatedSeatTrigger')} />
  );
}

function ChannelInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <>
      <FormSection title={text('settings.common.facts')}>
        <TextEntry field="name" required autoFocus={!made} />
        <FormRow>
          <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
          <ChoiceEntry
            field="kind"
            required
            choices={channelKinds.map((id) => ({ id, name: text(`settings.channelKind.${id}`) }))}
          />
        </FormRow>
        <OrganisationEntry fixed={made} />
        <FormRow>
          <ReferenceEntry
            field="individualAudienceCategoryId"
            resource="audience-categories"
            help={text('settings.help.audienceDefault')}
          />
          <ReferenceEntry
            field="structureAudienceCategoryId"
            resource="audience-categories"
            help={text('settings.help.audienceDefault')}
          />
        </FormRow>
        <InstantEntry
          field="directOptionDueAt"
          timeZone="Europe/Paris"
          help={text('settings.help.directOptionDueAt')}
        />
        <NumberEntry
          field="abandonDelayMinutes"
          required
          min={1}
          max={1_440}
          help={text('settings.help.abandonDelayMinutes')}
        />
        <SwitchEntry field="active" />
      </FormSection>
      <FormSection title={text('settings.channel.isolatedSeats')}>
        <SwitchEntry field="isolatedSeatsAllowed" help={text('settings.help.isolatedSeatsAllowed')} />
        <TriggerEntry />
      </FormSection>
      <FormSection title={text('frame.page.contingents')}>
        <DrawsEntry />
      </FormSection>
    </>
  );
}

const usualChannel = {
  kind: 'back-office',
  active: true,
  abandonDelayMinutes: 20,
  isolatedSeatsAllowed: false,
  contingents: [],
};

/** A new sales channel. */
export function ChannelCreate() {
  return (
    <RecordCreate kind={channelKind} defaults={usualChannel}>
      <ChannelInputs />
    </RecordCreate>
  );
}

/** Changes a sales channel. */
export function ChannelEdit() {
  return (
    <RecordEdit kind={channelKind}>
      <ChannelInputs made />
    </RecordEdit>
  );
}
