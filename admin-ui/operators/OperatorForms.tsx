import { useState } from 'react';
import { useNavigate } from 'react-router';
import { locales } from '../../rules/messages/locale.ts';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { HoldingsEntry } from './HoldingsEntry.tsx';
import { newPassword, type OperatorRecord, operatorKind } from './operator-record.ts';
import { PasswordDialog } from './PasswordDialog.tsx';
import { PerimeterEntry } from './PerimeterEntry.tsx';

function OperatorInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  const label = useFieldLabel();
  return (
    <>
      <FormSection
        title={text('settings.common.facts')}
        {...(made ? {} : { intro: text('settings.operator.passwordHelp') })}
      >
        <TextEntry field="name" required autoFocus={!made} />
        <FormRow>
          <TextEntry field="email" type="email" required maxLength={254} />
          <ChoiceEntry
            field="locale"
            required
            choices={locales.map((id) => ({ id, name: text(`frame.language.${id}`) }))}
          />
        </FormRow>
      </FormSection>
      <FormSection title={label('roles')}>
        <HoldingsEntry />
      </FormSection>
      <FormSection title={text('settings.operator.perimeter')}>
        <PerimeterEntry />
      </FormSection>
    </>
  );
}

const usualOperator = {
  locale: 'fr',
  roles: [],
  everyAudience: true,
  audienceCategoryIds: [],
  everyFamily: true,
  familyIds: [],
};

/** A new operator. The password is made here, sent once, and shown once. */
export function OperatorCreate() {
  const navigate = useNavigate();
  const [password] = useState(newPassword);
  const [made, setMade] = useState<OperatorRecord | null>(null);
  return (
    <>
      <RecordCreate
        kind={operatorKind}
        defaults={usualOperator}
        toBody={() => ({ password })}
        onCreated={(operator) => setMade(operator)}
      >
        <OperatorInputs />
      </RecordCreate>
      {made !== null && (
        <PasswordDialog
          name={made.name}
          password={password}
          onClose={() => void navigate(pageOf('operators', made.id))}
        />
      )}
    </>
  );
}

/** Changes an operator. */
export function OperatorEdit() {
  return (
    <RecordEdit kind={operatorKind}>
      <OperatorInputs made />
    </RecordEdit>
  );
}
