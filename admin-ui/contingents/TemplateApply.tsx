import { Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetOne } from 'react-admin';
import { useParams } from 'react-router';
import { Section } from '../frame/Facts.tsx';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import type { VenueRecord } from '../venues/venue-record.ts';
import { ChoosePerformances, type Chosen } from './ChoosePerformances.tsx';
import { OutcomeList } from './OutcomeList.tsx';
import type { TemplateRecord } from './template-record.ts';
import { type TemplateOutcome, useApplyTemplate } from './use-apply-template.ts';
import { useStockNames } from './use-names.ts';

function Counts({ outcomes, applied }: { outcomes: readonly TemplateOutcome[]; applied: boolean }) {
  const text = useText();
  const refused = outcomes.filter(({ reasons }) => reasons.length > 0).length;
  const same = outcomes.filter(({ reasons, changes }) => reasons.length + changes.length === 0).length;
  const changed = outcomes.length - refused - same;
  const told = [
    text(applied ? 'contingents.template.changed' : 'contingents.template.willChange', {
      smart_count: changed,
    }),
    ...(same === 0 ? [] : [text('contingents.template.unchanged', { smart_count: same })]),
    ...(refused === 0
      ? []
      : [
          text(applied ? 'contingents.template.refused' : 'contingents.template.cannot', {
            smart_count: refused,
          }),
        ]),
  ];
  return (
    <Typography role="status" sx={{ fontWeight: 650 }}>
      {told.join(' · ')}
    </Typography>
  );
}

function Steps({ template, venue }: { template: TemplateRecord; venue: VenueRecord | undefined }) {
  const text = useText();
  const nameOf = useStockNames(template.venueId);
  const [chosen, setChosen] = useState<Chosen>({ performances: [], ids: new Set() });
  const { preview, apply, done } = useApplyTemplate(template.id);
  const changing = (preview.data ?? []).filter(
    ({ changes, reasons }) => reasons.length === 0 && changes.length > 0,
  );
  const choosing = preview.data === undefined && apply.data === undefined;
  return (
    <Stack spacing={2} sx={{ maxWidth: 900 }}>
      <Section title={text('contingents.template.chooseTitle')}>
        <Stack spacing={2} sx={{ display: choosing ? 'flex' : 'none' }}>
          <Typography color="text.secondary">
            {text('contingents.template.chooseIntro', { venue: template.venueName })}
          </Typography>
          <ChoosePerformances template={template} timeZone={venue?.timeZone} onChoice={setChosen} />
          {preview.error !== null && <ProblemAlert failure={preview.error} />}
          <Button
            variant="contained"
            sx={{ alignSelf: 'flex-start' }}
            disabled={chosen.ids.size === 0}
            loading={preview.isPending}
            onClick={() => preview.mutate([...chosen.ids])}
          >
            {text('contingents.template.preview')}
          </Button>
        </Stack>
        {!choosing && (
          <Typography>{text('contingents.template.chosen', { smart_count: chosen.ids.size })}</Typography>
        )}
      </Section>
      {preview.data !== undefined && apply.data === undefined && (
        <Section title={text('contingents.template.previewTitle')}>
          <Stack spacing={2}>
            <Counts outcomes={preview.data} applied={false} />
            <OutcomeList outcomes={preview.data} performances={chosen.performances} nameOf={nameOf} />
            {apply.isPending && (
              <Stack spacing={0.5}>
                <LinearProgress
                  variant="determinate"
                  value={(100 * done) / Math.max(1, changing.length)}
                  aria-label={text('contingents.template.progress')}
                />
                <Typography role="status">
                  {text('contingents.template.running', { done, total: changing.length })}
                </Typography>
              </Stack>
            )}
            {apply.error !== null && <ProblemAlert failure={apply.error} />}
            <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
              <Button disabled={apply.isPending} color="inherit" onClick={() => preview.reset()}>
                {text('contingents.template.back')}
              </Button>
              <Button
                variant="contained"
                disabled={changing.length === 0}
                loading={apply.isPending}
                onClick={() => apply.mutate(changing.map(({ performanceId }) => performanceId))}
              >
                {text('contingents.template.submit', { smart_count: changing.length })}
              </Button>
            </Stack>
          </Stack>
        </Section>
      )}
      {apply.data !== undefined && (
        <Section title={text('contingents.template.resultTitle')}>
          <Stack spacing={2}>
            <Counts outcomes={apply.data} applied />
            <OutcomeList outcomes={apply.data} performances={chosen.performances} nameOf={nameOf} />
            <Button
              sx={{ alignSelf: 'flex-start' }}
              onClick={() => {
                preview.reset();
                apply.reset();
              }}
            >
              {text('contingents.template.again')}
            </Button>
          </Stack>
        </Section>
      )}
    </Stack>
  );
}

/** Applies a template to many performances: chosen, previewed, done, told one by one. */
export function TemplateApply() {
  const text = useText();
  const { templateId = '' } = useParams();
  const may = useRight('stock.stock:modify');
  const { data: template, error } = useGetOne<TemplateRecord>('contingent-templates', { id: templateId });
  const { data: venue } = useGetOne<VenueRecord>(
    'venues',
    { id: template?.venueId ?? '' },
    { enabled: template !== undefined },
  );
  if (!may) return <NotPermittedPage />;
  if (error) return <ProblemAlert failure={error} />;
  if (template === undefined) return <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={text('contingents.template.applyTitle', { name: template.name })}
        crumbs={[
          { label: text('frame.page.contingentTemplates'), to: '/contingent-templates' },
          { label: template.name, to: pageOf('contingent-templates', template.id) },
        ]}
      />
      <Steps template={template} venue={venue} />
    </>
  );
}
