import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormSection } from '../frame/inputs/FormSection.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import type { SettingRecord } from '../frame/records/record-kind.ts';
import { useText } from '../messages/use-text.ts';
import { CapacitiesEntry } from './CapacitiesEntry.tsx';
import { type ConfigurationRecord, configurationKind } from './hall-record.ts';

/** On a plan, or by quantity: what belongs to the other is taken away. */
function SeatsEntry({ made }: { made: boolean }) {
  const text = useText();
  const { setValue } = useFormContext<ConfigurationRecord>();
  const numbered = useWatch<ConfigurationRecord, 'numbered'>({ name: 'numbered' }) ?? true;
  const spaceId = useWatch<ConfigurationRecord, 'spaceId'>({ name: 'spaceId' }) ?? '';
  useEffect(() => {
    if (made) return;
    if (numbered) setValue('capacities', []);
    else setValue('planId', null);
  }, [made, numbered, setValue]);
  const planText = (plan: SettingRecord & { revision?: number }) =>
    text('halls.planRevision', { name: plan.name, revision: plan.revision ?? 1 });
  const fixed = made ? { help: text('settings.help.noFixed') } : { help: text('halls.planHelp') };
  return (
    <>
      <SwitchEntry field="numbered" disabled={made} help={text('halls.numberedHelp')} />
      {numbered ? (
        <ReferenceEntry
          field="planId"
          resource="seat-plans"
          filter={{ spaceId }}
          sort={{ field: 'importedAt', order: 'DESC' }}
          optionText={planText}
          required
          disabled={made}
          {...fixed}
        />
      ) : (
        <CapacitiesEntry />
      )}
    </>
  );
}

const states = ['draft', 'valid'] as const;

function ConfigurationInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <TextEntry field="name" required autoFocus={!made} />
      <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
      <ReferenceEntry field="spaceId" resource="spaces" required disabled={made} />
      <SeatsEntry made={made} />
      <ChoiceEntry
        field="state"
        inline
        required
        help={text('halls.stateHelp')}
        choices={states.map((id) => ({ id, name: text(`halls.state.${id}`) }))}
      />
    </FormSection>
  );
}

const usual = { numbered: true, state: 'draft', capacities: [] };

/** A new configuration of a space. */
export function ConfigurationCreate() {
  return (
    <RecordCreate kind={configurationKind} defaults={usual}>
      <ConfigurationInputs />
    </RecordCreate>
  );
}

/** Changes a configuration; once performances name it, it keeps its categories. */
export function ConfigurationEdit() {
  return (
    <RecordEdit kind={configurationKind}>
      <ConfigurationInputs made />
    </RecordEdit>
  );
}
