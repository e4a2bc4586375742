import { FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useState } from 'react';
import { BooleanInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { keepUnits, releaseMoments } from '../../rules/stock/release-steps.ts';
import { ChoiceEntry } from '../frame/inputs/ChoiceEntry.tsx';
import { FormRow, FormSection } from '../frame/inputs/FormSection.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { TextEntry } from '../frame/inputs/TextEntry.tsx';
import type { SettingRecord } from '../frame/records/record-kind.ts';
import { useNameText } from '../frame/records/use-record-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type PerformanceRow, performanceKind } from '../performances/performance-record.ts';
import { PlanPreview } from './PlanPreview.tsx';
import { type PlanRecord, planTargets } from './plan-record.ts';
import { StepsEntry } from './StepsEntry.tsx';
import { useContingents } from './use-names.ts';

type Target = (typeof planTargets)[number];

const resources = {
  activityId: 'season-activities',
  eventId: 'events',
  performanceId: 'performances',
} as const;

function isPerformance(record: object): record is PerformanceRow {
  return 'eventName' in record && 'startsAt' in record;
}

/** What the plan stands for: one of the three; another one empties the others. */
function TargetEntry({ made }: { made: boolean }) {
  const text = useText();
  const format = useFormat();
  const { setValue, getValues } = useFormContext<PlanRecord>();
  const [target, setTarget] = useState<Target>(
    () => planTargets.find((each) => Boolean(getValues(each))) ?? 'activityId',
  );
  const nameText = useNameText();
  const choose = (next: Target) => {
    for (const each of planTargets) if (each !== next) setValue(each, null, { shouldDirty: true });
    setTarget(next);
  };
  const optionText = (record: SettingRecord) =>
    isPerformance(record) ? performanceKind.name(record, format) : nameText(record);
  return (
    <>
      <FormControl disabled={made}>
        <FormLabel id="plan-target" sx={{ '&.Mui-disabled': { color: 'text.secondary' } }}>
          {text('contingents.plan.target')}
        </FormLabel>
        <RadioGroup
          row
          aria-labelledby="plan-target"
          value={target}
          onChange={(_event, value) => choose(planTargets.find((each) => each === value) ?? 'activityId')}
        >
          {planTargets.map((each) => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio />}
              label={text(`contingents.plan.targets.${each}`)}
            />
          ))}
        </RadioGroup>
        <FormHelperText sx={{ mx: 0 }}>{text('contingents.plan.targetHelp')}</FormHelperText>
      </FormControl>
      <ReferenceEntry
        key={target}
        field={target}
        resource={resources[target]}
        sort={
          target === 'performanceId' ? { field: 'startsAt', order: 'ASC' } : { field: 'name', order: 'ASC' }
        }
        filter={target === 'performanceId' ? { startsAt_gte: 'now' } : {}}
        required
        disabled={made}
        optionText={optionText}
      />
    </>
  );
}

function Preview({ id }: { id: string | null }) {
  const [activityId, eventId, performanceId, from, to, seatCategoryId, keepUnit, moment, steps] = useWatch<
    PlanRecord,
    readonly [
      'activityId',
      'eventId',
      'performanceId',
      'fromContingentId',
      'toContingentId',
      'seatCategoryId',
      'keepUnit',
      'moment',
      'steps',
    ]
  >({
    name: [
      'activityId',
      'eventId',
      'performanceId',
      'fromContingentId',
      'toContingentId',
      'seatCategoryId',
      'keepUnit',
      'moment',
      'steps',
    ],
  });
  const nameText = useNameText();
  const contingents = useContingents();
  const nameOf = (sought: string) => nameText(contingents.find((each) => each.id === sought));
  const given = (value: string | null) => (value === '' || value === undefined ? null : value);
  return (
    <PlanPreview
      most={5}
      plan={{
        id,
        activityId: given(activityId),
        eventId: given(eventId),
        performanceId: given(performanceId),
        fromContingentId: from,
        toContingentId: to,
        seatCategoryId: given(seatCategoryId),
        keepUnit,
        moment,
        steps,
        from: nameOf(from),
        to: nameOf(to),
      }}
    />
  );
}

/** The form of a plan, with what it would do below it. */
export function PlanInputs({ made = false }: { made?: boolean }) {
  const text = useText();
  const id = useWatch<PlanRecord, 'id'>({ name: 'id' }) ?? null;
  return (
    <>
      <FormSection title={text('settings.common.facts')}>
        <TextEntry field="name" required autoFocus={!made} />
        <TargetEntry made={made} />
        <BooleanInput source="active" label={text('contingents.plan.active')} helperText={false} />
      </FormSection>
      <FormSection title={text('contingents.plan.what')}>
        <FormRow>
          <ReferenceEntry field="fromContingentId" resource="contingents" required />
          <ReferenceEntry field="toContingentId" resource="contingents" required />
        </FormRow>
        <ReferenceEntry
          field="seatCategoryId"
          resource="seat-categories"
          help={text('contingents.plan.allCategories')}
        />
      </FormSection>
      <FormSection title={text('contingents.plan.when')} intro={text('contingents.plan.whenIntro')}>
        <FormRow>
          <ChoiceEntry
            field="keepUnit"
            required
            choices={keepUnits.map((each) => ({
              id: each,
              name: text(`contingents.plan.keepUnits.${each}`),
            }))}
          />
          <ChoiceEntry
            field="moment"
            required
            help={text('contingents.plan.momentHelp')}
            choices={releaseMoments.map((each) => ({
              id: each,
              name: text(`contingents.plan.moments.${each}`),
            }))}
          />
        </FormRow>
        <StepsEntry />
      </FormSection>
      <FormSection title={text('contingents.plan.preview')}>
        <Preview id={id} />
      </FormSection>
    </>
  );
}
