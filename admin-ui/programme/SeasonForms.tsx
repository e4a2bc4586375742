import { useWatch } from 'react-hook-form';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { NumberEntry } from '../frame/inputs/NumberEntry.tsx';
import { OrganisationEntry } from '../frame/inputs/OrganisationEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { DayEntry, TextEntry } from '../frame/inputs/TextEntry.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { useText } from '../messages/use-text.ts';
import { type SeasonRecord, seasonKind } from './season-record.ts';

/** The five parameters of the product options of a season (« Options produits autorisées »). */
function ProductParameters() {
  const text = useText();
  const overbooked = useWatch<SeasonRecord, 'productOverbookingAllowed'>({
    name: 'productOverbookingAllowed',
  });
  const days = { max: 366, unit: text('settings.common.daysUnit'), help: text('settings.season.daysHelp') };
  return (
    <FormSection title={text('settings.season.products')} intro={text('settings.season.productsIntro')}>
      <SwitchEntry field="productOptionsAllowed" />
      <SwitchEntry field="productDeductsAvailability" />
      <SwitchEntry field="productOverbookingAllowed" />
      {overbooked && <NumberEntry field="productOverbookingPercent" required max={100} unit="%" />}
      <FormRow>
        <NumberEntry field="productDaysAfterPlacement" {...days} />
        <NumberEntry field="productDaysBeforePerformance" {...days} />
      </FormRow>
    </FormSection>
  );
}

function SeasonInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <>
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
      <ProductParameters />
    </>
  );
}

const usualSeason = {
  open: true,
  productOptionsAllowed: false,
  productDeductsAvailability: true,
  productOverbookingAllowed: false,
  productOverbookingPercent: 0,
};

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
