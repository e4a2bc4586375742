import { Stack } from '@mui/material';
import { ColourDot } from '../frame/ColourDot.tsx';
import type { Fact } from '../frame/Facts.tsx';
import { PartsTable } from '../frame/records/PartsTable.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { spaceKind } from '../halls/hall-record.ts';
import { cityOf } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { CategoryMoves } from './CategoryMoves.tsx';
import { categoryKind, type VenueRecord, venueKind } from './venue-record.ts';

function useFacts(venue: VenueRecord): readonly Fact[] {
  const label = useFieldLabel();
  const lines = venue.addressLines.filter((line) => line !== '');
  return [
    { label: label('code'), value: venue.code },
    { label: label('addressLines'), value: lines.join(', ') },
    { label: label('timeZone'), value: cityOf(venue.timeZone) },
    { label: label('organisationId'), value: useOrganisationName(venue.organisationId) },
  ];
}

function Categories({ venue }: { venue: VenueRecord }) {
  const text = useText();
  const label = useFieldLabel();
  return (
    <PartsTable
      kind={categoryKind}
      title={text('settings.lists.categories')}
      empty={text('settings.lists.categoriesEmpty')}
      filter={{ venueId: venue.id }}
      sort={{ field: 'rank', order: 'ASC' }}
      before={({ colour }) => (
        <Stack component="span" sx={{ display: 'inline-block', mr: 1 }}>
          <ColourDot colour={colour} />
        </Stack>
      )}
      columns={[
        { label: label('rank'), render: ({ rank }) => rank },
        { label: label('code'), render: ({ code }) => code, wideOnly: true },
        {
          label: label('optionAllowed'),
          render: ({ optionAllowed }) => text(optionAllowed ? 'settings.common.yes' : 'settings.common.no'),
        },
      ]}
      rowActions={(category, all) => <CategoryMoves category={category} all={all} />}
    />
  );
}

function Spaces({ venue }: { venue: VenueRecord }) {
  const text = useText();
  const label = useFieldLabel();
  return (
    <PartsTable
      kind={spaceKind}
      title={text('halls.spaces')}
      empty={text('halls.spacesEmpty')}
      filter={{ venueId: venue.id }}
      columns={[{ label: label('code'), render: ({ code }) => code }]}
    />
  );
}

/** A venue, its halls, and its seat categories, best first. */
export function VenueShow() {
  return (
    <RecordShow
      kind={venueKind}
      useFacts={useFacts}
      parts={(venue) => (
        <>
          <Spaces venue={venue} />
          <Categories venue={venue} />
        </>
      )}
    />
  );
}
