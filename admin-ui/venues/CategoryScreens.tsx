import { Stack } from '@mui/material';
import { useGetList } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router';
import { ColourDot } from '../frame/ColourDot.tsx';
import type { Fact } from '../frame/Facts.tsx';
import { ColourEntry } from '../frame/inputs/ColourEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { NameEntry } from '../frame/inputs/NameEntry.tsx';
import { NumberEntry } from '../frame/inputs/NumberEntry.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { SwitchEntry } from '../frame/inputs/SwitchEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';
import { type CategoryRecord, categoryKind } from './venue-record.ts';

function useFacts(category: CategoryRecord): readonly Fact[] {
  const text = useText();
  const label = useFieldLabel();
  return [
    { label: label('code'), value: category.code },
    { label: label('rank'), value: category.rank },
    { label: label('venueId'), value: <RecordName resource="venues" id={category.venueId} /> },
    {
      label: label('colour'),
      value: (
        <Stack direction="row" component="span" spacing={1} sx={{ alignItems: 'center' }}>
          <ColourDot colour={category.colour} />
          <span>{category.colour}</span>
        </Stack>
      ),
    },
    {
      label: label('optionAllowed'),
      value: text(category.optionAllowed ? 'settings.common.yes' : 'settings.common.no'),
    },
  ];
}

function CategoryInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <NameEntry autoFocus={!made} />
      <FormRow>
        <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
        <NumberEntry field="rank" required min={1} max={1_000} help={text('settings.help.rank')} />
      </FormRow>
      <ReferenceEntry
        field="venueId"
        resource="venues"
        required
        disabled={made}
        {...(made ? { help: text('settings.help.noFixed') } : {})}
      />
      <ColourEntry />
      <SwitchEntry field="optionAllowed" help={text('settings.help.optionAllowed')} />
    </FormSection>
  );
}

/** Colours that tell the first categories of a venue apart, on light and dark. */
const palette = ['#b8860b', '#1255a0', '#1a6b3c', '#7a3aa8', '#b3541e', '#0f7a80', '#8a2f5b', '#5a6b1f'];

/** The next rank of a venue, and a colour that none of its categories has. */
function useNextCategory(venueId: string | null) {
  const { data, isPending } = useGetList<CategoryRecord>(
    'seat-categories',
    { filter: { venueId }, pagination: { page: 1, perPage: 200 }, sort: { field: 'rank', order: 'ASC' } },
    { enabled: venueId !== null },
  );
  if (venueId !== null && isPending) return null;
  const known = data ?? [];
  const rank = Math.max(0, ...known.map((category) => category.rank)) + 1;
  const colour = palette.find((each) => known.every((category) => category.colour !== each)) ?? palette[0];
  return { rank, colour, optionAllowed: true };
}

/** A seat category. */
export function CategoryShow() {
  return <RecordShow kind={categoryKind} useFacts={useFacts} />;
}

/** A new seat category: the next rank of its venue. Back on the venue, the next one can be added. */
export function CategoryCreate() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const next = useNextCategory(search.get('venueId'));
  if (next === null) return <PageSkeleton />;
  return (
    <RecordCreate
      kind={categoryKind}
      defaults={next}
      onCreated={({ venueId }) => void navigate(pageOf('venues', venueId))}
    >
      <CategoryInputs />
    </RecordCreate>
  );
}

/** Changes a seat category. */
export function CategoryEdit() {
  return (
    <RecordEdit kind={categoryKind}>
      <CategoryInputs made />
    </RecordEdit>
  );
}
