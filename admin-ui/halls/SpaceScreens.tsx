import type { Fact } from '../frame/Facts.tsx';
import { FormSection } from '../frame/inputs/FormSection.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { PartsTable } from '../frame/records/PartsTable.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { ConfigurationChip } from './ConfigurationChip.tsx';
import { configurationKind, planKind, type SpaceRecord, spaceKind } from './hall-record.ts';

function useFacts(space: SpaceRecord): readonly Fact[] {
  const label = useFieldLabel();
  return [
    { label: label('code'), value: space.code },
    { label: label('venueId'), value: <RecordName resource="venues" id={space.venueId} /> },
  ];
}

function Plans({ space }: { space: SpaceRecord }) {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  return (
    <PartsTable
      kind={planKind}
      title={text('halls.plans')}
      empty={text('halls.plansEmpty')}
      filter={{ spaceId: space.id }}
      sort={{ field: 'importedAt', order: 'DESC' }}
      columns={[
        { label: label('revision'), render: ({ revision }) => format.number(revision) },
        { label: label('seatCount'), render: ({ seatCount }) => format.number(seatCount) },
        {
          label: label('importedAt'),
          render: ({ importedAt }) => format.instant(importedAt),
          wideOnly: true,
        },
      ]}
    />
  );
}

function Configurations({ space }: { space: SpaceRecord }) {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  return (
    <PartsTable
      kind={configurationKind}
      title={text('halls.configurations')}
      empty={text('halls.configurationsEmpty')}
      filter={{ spaceId: space.id }}
      columns={[
        {
          label: text('halls.kind'),
          render: ({ numbered }) => text(numbered ? 'halls.numbered' : 'halls.byQuantity'),
          wideOnly: true,
        },
        { label: text('halls.capacity'), render: ({ capacity }) => format.number(capacity) },
        { label: label('state'), render: ({ state }) => <ConfigurationChip state={state} /> },
        {
          label: text('halls.performances'),
          render: ({ performances }) => format.number(performances),
          wideOnly: true,
        },
      ]}
    />
  );
}

/** A hall: its plans, newest first, and its configurations. */
export function SpaceShow() {
  return (
    <RecordShow
      kind={spaceKind}
      useFacts={useFacts}
      parts={(space) => (
        <>
          <Configurations space={space} />
          <Plans space={space} />
        </>
      )}
    />
  );
}

function SpaceInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  return (
    <FormSection title={text('settings.common.facts')}>
      <TextEntry field="name" required autoFocus={!made} />
      <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
      <ReferenceEntry
        field="venueId"
        resource="venues"
        required
        disabled={made}
        {...(made ? { help: text('settings.help.noFixed') } : {})}
      />
    </FormSection>
  );
}

/** A new hall. */
export function SpaceCreate() {
  return (
    <RecordCreate kind={spaceKind}>
      <SpaceInputs />
    </RecordCreate>
  );
}

/** Changes a hall. */
export function SpaceEdit() {
  return (
    <RecordEdit kind={spaceKind}>
      <SpaceInputs made />
    </RecordEdit>
  );
}
