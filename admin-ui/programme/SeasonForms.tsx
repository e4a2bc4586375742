import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { OrganisationEntry } from '../frame/inputs/OrganisationEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { DayEntry, TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { useText } from '../messages/use-text.ts';
import { seasonKind } from './season-record.ts';

function SeasonInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <NameEntry autoFocus={!made} />
      <FormRow>
        <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
        <OrganisationEntry fixed={made} />
      </FormRow>
      <FormRow>
        <DayEntry field="startsOn" required />
        <DayEntry field="endsOn" required />
      </FormRow>
      <SwitchEntry field="open" help={text('settings.help.open')} />
    </FormSection>
  );
}

const usualSeason = { open: true };

/** A new season. */
export function SeasonCreate() {
  return (
    <RecordCreate kind={seasonKind} defaults={usualSeason}>
      <SeasonInputs />
    </RecordCreate>
  );
}

/** Changes a season. */
export function SeasonEdit() {
  return (
    <RecordEdit kind={seasonKind}>
      <SeasonInputs made />
    </RecordEdit>
  );
}
