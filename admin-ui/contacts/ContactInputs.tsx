import { TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { LinesEntry } from '../frame/inputs/LinesEntry.tsx';
import { MoneyEntry } from '../frame/inputs/MoneyEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { isRequired, TextEntry } from '../frame/inputs/TextEntry.tsx';
import { nameLanguages } from '../frame/records/record-kind.ts';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { type ContactKind, structureTypes } from './contact-record.ts';

function NameInput({ structure, autoFocus }: { structure: boolean; autoFocus: boolean }) {
  const text = useText();
  return (
    <TextInput
      source="name"
      label={text(structure ? 'people.form.structureName' : 'people.form.individualName')}
      validate={isRequired}
      helperText={false}
      autoFocus={autoFocus}
      autoComplete="off"
      fullWidth
      slotProps={{ htmlInput: { maxLength: 200 } }}
    />
  );
}

function StructureInputs() {
  const text = useText();
  const type = useWatch<{ structureType?: string }, 'structureType'>({ name: 'structureType' });
  const mayRead = useRight('contacts.collectivity-types:read');
  return (
    <FormRow>
      <ChoiceEntry
        field="structureType"
        required
        choices={structureTypes.map((id) => ({ id, name: text(`people.structureType.${id}`) }))}
      />
      {mayRead && (type ?? 'community') === 'community' ? (
        <ReferenceEntry
          field="collectivityTypeId"
          resource="collectivity-types"
          help={text('screens.contact.form.collectivityHelp')}
        />
      ) : (
        <span />
      )}
    </FormRow>
  );
}

/** The fields of a structure or an individual, for a new one and for one that exists. */
export function ContactInputs({ kind, made = false }: { kind: ContactKind; made?: boolean }) {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  const mayReadAudiences = useRight('catalogue.audiences:read');
  const structure = kind === 'structure';
  return (
    <>
      <FormSection title={text('people.form.identity')}>
        <NameInput structure={structure} autoFocus={!made} />
        {structure && <StructureInputs />}
        {!structure && !made && (
          <ReferenceEntry
            field="structureId"
            resource="contacts"
            filter={{ kind: 'structure' }}
            help={text('people.form.structure')}
          />
        )}
      </FormSection>
      <FormSection title={text('people.form.reach')}>
        <FormRow>
          <TextEntry field="email" type="email" maxLength={254} />
          <ChoiceEntry
            field="locale"
            required
            choices={nameLanguages.map((id) => ({ id, name: format.language(id) }))}
          />
        </FormRow>
        <FormRow>
          <TextEntry field="phone" type="tel" maxLength={60} />
          <TextEntry field="mobile" type="tel" maxLength={60} />
        </FormRow>
        <LinesEntry field="addressLines" help={text('settings.help.addressLines')} />
        <FormRow>
          <TextEntry field="postcode" maxLength={20} />
          <TextEntry field="city" maxLength={100} />
          <TextInput
            source="country"
            label={label('country')}
            helperText={text('people.form.country')}
            parse={(typed: string) => typed.toUpperCase()}
            autoComplete="off"
            fullWidth
            slotProps={{ htmlInput: { maxLength: 2 } }}
          />
        </FormRow>
      </FormSection>
      {mayReadAudiences && (
        <FormSection title={text('people.form.trade')}>
          <ReferenceEntry
            field="audienceCategoryId"
            resource="audience-categories"
            help={text('people.form.audience')}
          />
        </FormSection>
      )}
      <FormSection title={text('people.form.inside')}>
        <TextEntry field="reference" maxLength={100} help={text('people.form.reference')} />
        <MoneyEntry field="creditCents" help={text('people.form.credit')} />
        <TextInput
          source="remark"
          label={label('remark')}
          helperText={text('people.form.remark')}
          multiline
          minRows={2}
          fullWidth
          slotProps={{ htmlInput: { maxLength: 4000 } }}
        />
      </FormSection>
    </>
  );
}
