import { Box, Button, Chip } from '@mui/material';
import { Link } from 'react-router';
import { type Fact, Section } from '../frame/Facts.tsx';
import { RecordCreate } from '../frame/records/RecordCreate.tsx';
import { RecordEdit } from '../frame/records/RecordEdit.tsx';
import { RecordList } from '../frame/records/RecordList.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { PlanInputs } from './PlanInputs.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { type PlanRecord, planKind } from './plan-record.ts';

/** What a plan stands for; a performance with its day. */
function useTarget(): (plan: PlanRecord) => string {
  const format = useFormat();
  return ({ targetName, startsAt, timeZone }) =>
    startsAt === null || timeZone === null
      ? targetName
      : `${targetName} – ${format.performance(startsAt, timeZone)}`;
}

/** The steps of a plan, one after the other. */
function useRules(): (plan: PlanRecord) => string[] {
  const text = useText();
  return ({ steps, keepUnit }) => {
    if (steps.length === 0) return [text('contingents.plan.noSteps')];
    return steps.map(({ days, keep }) =>
      text('contingents.plan.rule', {
        days,
        keep:
          keepUnit === 'percent'
            ? text('settings.common.percent', { count: keep })
            : text('contingents.places', { smart_count: keep }),
      }),
    );
  };
}

function useFacts(plan: PlanRecord): readonly Fact[] {
  const text = useText();
  const label = useFieldLabel();
  const target = useTarget();
  return [
    { label: text('contingents.plan.target'), value: target(plan) },
    { label: label('fromContingentId'), value: plan.fromContingentName },
    { label: label('toContingentId'), value: plan.toContingentName },
    {
      label: label('seatCategoryId'),
      value: plan.seatCategoryName ?? text('contingents.plan.allCategories'),
    },
    { label: label('moment'), value: text(`contingents.plan.moments.${plan.moment}`) },
  ];
}

function Steps({ plan }: { plan: PlanRecord }) {
  const text = useText();
  const rules = useRules();
  return (
    <>
      <Section title={text('contingents.plan.steps')}>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {rules(plan).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </Box>
      </Section>
      {plan.active && (
        <Section title={text('contingents.plan.preview')}>
          <PlanPreview
            most={100}
            plan={{ ...onlyAsked(plan), from: plan.fromContingentName, to: plan.toContingentName }}
          />
        </Section>
      )}
    </>
  );
}

function onlyAsked(plan: PlanRecord) {
  const { id, activityId, eventId, performanceId, fromContingentId, toContingentId } = plan;
  const { seatCategoryId, keepUnit, moment, steps } = plan;
  return {
    ...{ id, activityId, eventId, performanceId, fromContingentId, toContingentId },
    ...{ seatCategoryId, keepUnit, moment, steps },
  };
}

function ReleasesButton({ plan }: { plan: PlanRecord }) {
  const text = useText();
  const filter = encodeURIComponent(JSON.stringify({ planId: plan.id }));
  return (
    <Button component={Link} to={`/contingent-releases?filter=${filter}`} color="inherit">
      {text('contingents.plan.releases')}
    </Button>
  );
}

function Mark({ plan }: { plan: PlanRecord }) {
  const text = useText();
  return plan.active ? null : <Chip size="small" label={text('contingents.plan.inactive')} />;
}

/** The plans of stepped release. */
export function PlanList() {
  const text = useText();
  const target = useTarget();
  const rules = useRules();
  return (
    <RecordList
      kind={planKind}
      columns={[
        { field: 'activityId', label: text('contingents.plan.target'), render: target, card: true },
        { field: 'fromContingentId', render: ({ fromContingentName }) => fromContingentName },
        { field: 'toContingentId', render: ({ toContingentName }) => toContingentName },
        { field: 'steps', render: (plan) => rules(plan).join(' · '), card: true },
        {
          field: 'active',
          label: text('contingents.plan.active'),
          render: ({ active }) => text(active ? 'settings.common.yes' : 'settings.common.no'),
        },
      ]}
    />
  );
}

/** A plan, its steps, and what they will do. */
export function PlanShow() {
  return (
    <RecordShow
      kind={planKind}
      useFacts={useFacts}
      mark={(plan) => <Mark plan={plan} />}
      actions={(plan) => <ReleasesButton plan={plan} />}
      parts={(plan) => <Steps plan={plan} />}
    />
  );
}

const usualPlan = {
  activityId: null,
  eventId: null,
  performanceId: null,
  seatCategoryId: null,
  keepUnit: 'places',
  moment: 'start-of-day',
  active: true,
  steps: [
    { days: 30, keep: 40 },
    { days: 14, keep: 20 },
    { days: 7, keep: 0 },
  ],
};

/** A new plan. */
export function PlanCreate() {
  return (
    <RecordCreate kind={planKind} defaults={usualPlan}>
      <PlanInputs />
    </RecordCreate>
  );
}

/** Changes a plan; what it stands for stays. */
export function PlanEdit() {
  return (
    <RecordEdit kind={planKind}>
      <PlanInputs made />
    </RecordEdit>
  );
}
