import { Alert } from '@mui/material';
import { type Fact, Facts, Section } from '../frame/Facts.tsx';
import { ReferenceFilter } from '../frame/inputs/ReferenceFilter.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useOrganisationName } from '../frame/use-organisation-name.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { CoveredNames } from './CoveredNames.tsx';
import { CoveredPerformances } from './CoveredPerformances.tsx';
import { type ProfileRecord, profileKind } from './profile-record.ts';
import { SettingActions } from './SettingActions.tsx';
import { SettingChip } from './SettingChip.tsx';
import { SettingStateFilter } from './SettingStateFilter.tsx';

/** From when to when a profile is valid, in words. */
function useValidity(): (profile: ProfileRecord) => string {
  const text = useText();
  const format = useFormat();
  return ({ startsOn, endsOn }) => {
    if (startsOn !== null && endsOn !== null)
      return text('rules.fromTo', { from: format.longDay(startsOn), to: format.longDay(endsOn) });
    if (startsOn !== null) return text('rules.from', { from: format.longDay(startsOn) });
    return endsOn === null ? text('rules.always') : text('rules.until', { to: format.longDay(endsOn) });
  };
}

function useFacts(profile: ProfileRecord): readonly Fact[] {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  const { paymentOn } = profile;
  return [
    { label: label('code'), value: profile.code },
    { label: label('kind'), value: text(`rules.kind.${profile.kind}`) },
    { label: text('rules.validity'), value: useValidity()(profile) },
    { label: label('paymentOn'), value: paymentOn === null ? null : format.longDay(paymentOn) },
    { label: label('minimumQuantity'), value: format.number(profile.minimumQuantity) },
    { label: label('organisationId'), value: useOrganisationName(profile.organisationId) },
  ];
}

function Covered({ profile }: { profile: ProfileRecord }) {
  const text = useText();
  const label = useFieldLabel();
  const facts: Fact[] = [
    {
      label: label('channelIds'),
      value: <CoveredNames resource="sales-channels" ids={profile.channelIds} />,
    },
    ...(profile.kind === 'products'
      ? [
          {
            label: label('productIds'),
            value: <CoveredNames resource="products" ids={profile.productIds} />,
          },
        ]
      : []),
    { label: label('eventIds'), value: <CoveredNames resource="events" ids={profile.eventIds} /> },
    { label: label('performanceIds'), value: <CoveredPerformances ids={profile.performanceIds} /> },
    {
      label: label('seatCategoryIds'),
      value: <CoveredNames resource="seat-categories" ids={profile.seatCategoryIds} />,
    },
  ];
  return (
    <>
      <Section title={text('rules.covered')}>
        <Facts facts={facts} />
      </Section>
      <Alert severity="info">{text('rules.profileNote')}</Alert>
    </>
  );
}

/** The option profiles: through which channels, and when. */
export function ProfileList() {
  const text = useText();
  const validity = useValidity();
  return (
    <RecordList
      kind={profileKind}
      filter={useOrganisationFilter()}
      filters={
        <>
          <SettingStateFilter />
          <ReferenceFilter field="channelId" resource="sales-channels" />
        </>
      }
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        { field: 'kind', render: ({ kind }) => text(`rules.kind.${kind}`), sortable: true },
        {
          field: 'channelIds',
          render: ({ channelIds }) => <CoveredNames resource="sales-channels" ids={channelIds} />,
          card: true,
        },
        { field: 'startsOn', label: text('rules.validity'), render: validity, sortable: true, card: true },
        { field: 'state', render: ({ state }) => <SettingChip state={state} />, sortable: true, card: true },
      ]}
    />
  );
}

/** An option profile: when it is valid, and what it covers. */
export function ProfileShow() {
  return (
    <RecordShow
      kind={profileKind}
      useFacts={useFacts}
      mark={({ state }) => <SettingChip state={state} />}
      actions={(profile) => <SettingActions kind={profileKind} record={profile} />}
      parts={(profile) => <Covered profile={profile} />}
    />
  );
}
