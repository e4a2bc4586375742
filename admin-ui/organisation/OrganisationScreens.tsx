import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { usualDeadlines } from '../../rules/options/deadline-settings.ts';
import { type Fact, Facts, Section } from '../frame/Facts.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { LinesEntry } from '../frame/inputs/LinesEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { forgetSession } from '../provider/session.ts';
import { DeadlineInputs } from './DeadlineInputs.tsx';
import { LetterKindsEntry } from './LetterKindsEntry.tsx';
import { type OrganisationRecord, organisationKind } from './organisation-record.ts';
import { useDeadlineFacts } from './use-deadline-facts.ts';

function useFacts(organisation: OrganisationRecord): readonly Fact[] {
  const text = useText();
  const label = useFieldLabel();
  return [
    { label: label('code'), value: organisation.code },
    {
      label: label('addressLines'),
      value: organisation.addressLines.filter((line) => line !== '').join(', '),
    },
    { label: label('email'), value: organisation.email },
    { label: label('phone'), value: organisation.phone },
    { label: label('currency'), value: organisation.currency },
    {
      label: label('rulesSecondPerson'),
      value: text(organisation.rulesSecondPerson ? 'settings.common.yes' : 'settings.common.no'),
    },
    {
      label: label('letterKinds'),
      value: organisation.letterKinds.map((kind) => text(`screens.letter.kind.${kind}`)).join(', ') || '—',
    },
  ];
}

function OrganisationInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <>
      <FormSection title={text('settings.common.facts')}>
        <TextEntry field="name" required autoFocus={!made} />
        <FormRow>
          <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
          <TextEntry field="currency" required help={text('settings.help.currency')} maxLength={3} />
        </FormRow>
        <LinesEntry field="addressLines" help={text('settings.help.addressLines')} />
        <FormRow>
          <TextEntry field="email" type="email" maxLength={254} />
          <TextEntry field="phone" type="tel" maxLength={40} />
        </FormRow>
        <SwitchEntry field="rulesSecondPerson" help={text('settings.help.rulesSecondPerson')} />
        <LetterKindsEntry />
      </FormSection>
      <DeadlineInputs own="organisation" />
    </>
  );
}

/** The houses of the institution. */
export function OrganisationList() {
  return (
    <RecordList
      kind={organisationKind}
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        { field: 'email', render: ({ email }) => email ?? '—', card: true },
        { field: 'phone', render: ({ phone }) => phone ?? '—' },
        { field: 'currency', render: ({ currency }) => currency },
      ]}
    />
  );
}

function Deadlines({ organisation }: { organisation: OrganisationRecord }) {
  const text = useText();
  return (
    <Section title={text('settings.deadlines.title')}>
      <Facts facts={useDeadlineFacts(organisation, 'organisation')} />
    </Section>
  );
}

/** A house of the institution. */
export function OrganisationShow() {
  return (
    <RecordShow
      kind={organisationKind}
      useFacts={useFacts}
      parts={(organisation) => <Deadlines organisation={organisation} />}
    />
  );
}

const usualOrganisation = { currency: 'EUR', ...usualDeadlines };

/** A new organisation: whoever founds it works in it from then on, so who one is is asked again. */
export function OrganisationCreate() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <RecordCreate
      kind={organisationKind}
      defaults={usualOrganisation}
      onCreated={async ({ id }) => {
        forgetSession();
        await queries.invalidateQueries({ queryKey: ['auth'] });
        await navigate(pageOf('organisations', id));
      }}
    >
      <OrganisationInputs />
    </RecordCreate>
  );
}

/** Changes an organisation. */
export function OrganisationEdit() {
  return (
    <RecordEdit kind={organisationKind}>
      <OrganisationInputs made />
    </RecordEdit>
  );
}
