import { Alert } from '@mui/material';
import { type Fact, Facts, Section } from '../frame/Facts.tsx';
import { ReferenceFilter } from '../frame/inputs/ReferenceFilter.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { CoveredNames } from './CoveredNames.tsx';
import { type LimitationRecord, limitationKind } from './limitation-record.ts';
import { SettingActions } from './SettingActions.tsx';
import { SettingChip } from './SettingChip.tsx';
import { SettingStateFilter } from './SettingStateFilter.tsx';

/** The maxima of a table in one line. */
function useMaxima(): (table: LimitationRecord) => string {
  const text = useText();
  return ({ maximumPerOption, maximumPerPerformance, maximumPerSeason }) =>
    [
      maximumPerOption === null ? [] : text('rules.perOption', { count: maximumPerOption }),
      maximumPerPerformance === null ? [] : text('rules.perPerformance', { count: maximumPerPerformance }),
      maximumPerSeason === null ? [] : text('rules.perSeason', { count: maximumPerSeason }),
    ]
      .flat()
      .join(', ') || text('settings.common.nothing');
}

function useFacts(table: LimitationRecord): readonly Fact[] {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  const places = (count: number | null) => (count === null ? text('rules.noLimit') : format.number(count));
  return [
    { label: label('code'), value: table.code },
    { label: label('familyId'), value: <RecordName resource="product-families" id={table.familyId} /> },
    { label: label('maximumPerOption'), value: places(table.maximumPerOption) },
    { label: label('maximumPerPerformance'), value: places(table.maximumPerPerformance) },
    { label: label('maximumPerSeason'), value: places(table.maximumPerSeason) },
    { label: label('organisationId'), value: useOrganisationName(table.organisationId) },
  ];
}

function Covered({ table }: { table: LimitationRecord }) {
  const text = useText();
  const label = useFieldLabel();
  const types = (
    <CoveredNames resource="collectivity-types" ids={table.collectivityTypeIds} none={text('rules.noType')} />
  );
  const facts: Fact[] = [
    { label: label('collectivityTypeIds'), value: types },
    { label: label('seasonIds'), value: <CoveredNames resource="seasons" ids={table.seasonIds} /> },
    {
      label: label('activityIds'),
      value: <CoveredNames resource="season-activities" ids={table.activityIds} />,
    },
    { label: label('eventIds'), value: <CoveredNames resource="events" ids={table.eventIds} /> },
    {
      label: label('seatCategoryIds'),
      value: <CoveredNames resource="seat-categories" ids={table.seatCategoryIds} />,
    },
  ];
  return (
    <>
      <Section title={text('rules.covered')}>
        <Facts facts={facts} />
      </Section>
      <Alert severity="info">{text('rules.limitationNote')}</Alert>
    </>
  );
}

/** The limitation tables: whom they are for, and how many places. */
export function LimitationList() {
  const text = useText();
  const maxima = useMaxima();
  return (
    <RecordList
      kind={limitationKind}
      filter={useOrganisationFilter()}
      filters={
        <>
          <SettingStateFilter />
          <ReferenceFilter field="collectivityTypeId" resource="collectivity-types" />
        </>
      }
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        {
          field: 'collectivityTypeIds',
          render: ({ collectivityTypeIds: ids }) => (
            <CoveredNames resource="collectivity-types" ids={ids} none={text('rules.noType')} />
          ),
          card: true,
        },
        { field: 'maximumPerPerformance', label: text('rules.maxima'), render: maxima, card: true },
        { field: 'state', render: ({ state }) => <SettingChip state={state} />, sortable: true, card: true },
      ]}
    />
  );
}

/** A limitation table: its maxima, and what it covers. */
export function LimitationShow() {
  return (
    <RecordShow
      kind={limitationKind}
      useFacts={useFacts}
      mark={({ state }) => <SettingChip state={state} />}
      actions={(table) => <SettingActions kind={limitationKind} record={table} />}
      parts={(table) => <Covered table={table} />}
    />
  );
}
