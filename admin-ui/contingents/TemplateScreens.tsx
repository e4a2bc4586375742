import { Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useGetOne } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import type { TemplateShare } from '../../rules/stock/plan-template.ts';
import { type Fact, Section } from '../frame/Facts.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import { useOrganisationFilter } from '../frame/OrganisationSwitch.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import type { ConfigurationRecord } from '../halls/hall-record.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { SharesEntry } from './SharesEntry.tsx';
import { type TemplateRecord, templateKind } from './template-record.ts';
import { useStockNames } from './use-names.ts';

function useAmount(): (share: TemplateShare) => string {
  const text = useText();
  return ({ quantity, percent, seatIds }) => {
    if (percent !== null) return text('settings.common.percent', { count: percent });
    if (seatIds !== null) return `${seatIds.length} ${text('contingents.unit.seats')}`;
    return text('contingents.places', { smart_count: quantity ?? 0 });
  };
}

function useFacts(template: TemplateRecord): readonly Fact[] {
  const text = useText();
  const label = useFieldLabel();
  return [
    { label: label('code'), value: template.code },
    { label: label('venueId'), value: template.venueName },
    {
      label: label('configurationId'),
      value: template.configurationName ?? text('contingents.template.anyConfiguration'),
    },
    { label: label('restContingentId'), value: template.restContingentName },
  ];
}

function Shares({ template }: { template: TemplateRecord }) {
  const text = useText();
  const label = useFieldLabel();
  const nameOf = useStockNames(template.venueId);
  const amount = useAmount();
  return (
    <Section title={text('contingents.template.shares')} flush>
      <Table size="small" aria-label={text('contingents.template.shares')}>
        <TableHead>
          <TableRow>
            <TableCell>{label('seatCategoryId')}</TableCell>
            <TableCell>{text('screens.stock.contingent')}</TableCell>
            <TableCell align="right">{text('contingents.template.amount')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {template.shares.map((share) => (
            <TableRow key={`${share.seatCategoryId}/${share.contingentId}`}>
              <TableCell>{nameOf(share.seatCategoryId)}</TableCell>
              <TableCell>{nameOf(share.contingentId)}</TableCell>
              <TableCell align="right">{amount(share)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

const SharesMap = lazy(async () => ({ default: (await import('./SharesMap.tsx')).SharesMap }));

/** Whether a configuration has a plan to name seats on; null while that is not known. */
function useNumbered(configurationId: string | null): boolean | null {
  const { data } = useGetOne<ConfigurationRecord>(
    'logical-configurations',
    { id: configurationId ?? '' },
    { enabled: configurationId !== null && configurationId !== '' },
  );
  return data?.numbered ?? null;
}

function MapWaiting() {
  const text = useText();
  return <Typography aria-busy="true">{text('seatMap.loading')}</Typography>;
}

/** Seats are named on the plan of the configuration, where there is one. */
function SeatsEntry() {
  const text = useText();
  const { setValue } = useFormContext<TemplateRecord>();
  const shares = useWatch<TemplateRecord, 'shares'>({ name: 'shares' }) ?? [];
  const configurationId = useWatch<TemplateRecord, 'configurationId'>({ name: 'configurationId' }) ?? null;
  const rest = useWatch<TemplateRecord, 'restContingentId'>({ name: 'restContingentId' }) ?? '';
  const numbered = useNumbered(configurationId);
  if (configurationId === null || configurationId === '' || numbered !== true)
    return <Typography color="text.secondary">{text('contingents.template.mapNoPlan')}</Typography>;
  return (
    <Suspense fallback={<MapWaiting />}>
      <SharesMap
        configurationId={configurationId}
        restContingentId={rest}
        shares={shares}
        onChange={(next) => setValue('shares', next, { shouldDirty: true })}
      />
    </Suspense>
  );
}

function NamedSeats({ template }: { template: TemplateRecord }) {
  const text = useText();
  const { configurationId, restContingentId, shares } = template;
  if (configurationId === null || shares.every(({ seatIds }) => seatIds === null)) return null;
  return (
    <Section title={text('contingents.template.map')}>
      <Suspense fallback={<MapWaiting />}>
        <SharesMap configurationId={configurationId} restContingentId={restContingentId} shares={shares} />
      </Suspense>
    </Section>
  );
}

function ConfigurationEntry({ made }: { made: boolean }) {
  const venueId = useWatch<TemplateRecord, 'venueId'>({ name: 'venueId' }) ?? '';
  return (
    <ReferenceEntry
      key={venueId}
      field="configurationId"
      resource="logical-configurations"
      filter={{ venueId }}
      disabled={made || venueId === ''}
    />
  );
}

function TemplateInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  const organisation = useOrganisationFilter();
  return (
    <>
      <FormSection title={text('settings.common.facts')}>
        <FormRow>
          <TextEntry field="name" required autoFocus={!made} />
          <TextEntry field="code" required help={text('settings.help.code')} maxLength={60} />
        </FormRow>
        <FormRow>
          <ReferenceEntry field="venueId" resource="venues" filter={organisation} required disabled={made} />
          <ConfigurationEntry made={made} />
        </FormRow>
        <ReferenceEntry field="restContingentId" resource="contingents" required />
      </FormSection>
      <FormSection
        title={text('contingents.template.shares')}
        intro={text('contingents.template.sharesIntro')}
      >
        <SharesEntry />
      </FormSection>
      <FormSection title={text('contingents.template.map')} intro={text('contingents.template.mapIntro')}>
        <SeatsEntry />
      </FormSection>
    </>
  );
}

function ApplyButton({ template }: { template: TemplateRecord }) {
  const text = useText();
  const may = useRight('stock.stock:modify');
  if (!may) return null;
  return (
    <Button component={Link} to={`/contingent-templates/${template.id}/apply`} variant="outlined">
      {text('contingents.template.apply')}
    </Button>
  );
}

/** The templates of contingents. */
export function TemplateList() {
  const text = useText();
  return (
    <RecordList
      kind={templateKind}
      columns={[
        { field: 'code', render: ({ code }) => code, sortable: true },
        { field: 'venueId', render: ({ venueName }) => venueName, card: true },
        {
          field: 'configurationId',
          render: ({ configurationName }) =>
            configurationName ?? text('contingents.template.anyConfiguration'),
        },
        { field: 'restContingentId', render: ({ restContingentName }) => restContingentName },
      ]}
    />
  );
}

/** A template, its shares, and the way to apply it. */
export function TemplateShow() {
  return (
    <RecordShow
      kind={templateKind}
      useFacts={useFacts}
      actions={(template) => <ApplyButton template={template} />}
      parts={(template) => (
        <>
          <Shares template={template} />
          <NamedSeats template={template} />
        </>
      )}
    />
  );
}

const usualTemplate = { configurationId: null, shares: [] };

/** A new template. */
export function TemplateCreate() {
  return (
    <RecordCreate kind={templateKind} defaults={usualTemplate}>
      <TemplateInputs />
    </RecordCreate>
  );
}

/** Changes a template. */
export function TemplateEdit() {
  return (
    <RecordEdit kind={templateKind}>
      <TemplateInputs made />
    </RecordEdit>
  );
}
