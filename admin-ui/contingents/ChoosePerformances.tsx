import { Box, Button, Checkbox, FormControlLabel, Skeleton, Stack, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { Form, useGetList } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { FormRow } from '../frame/inputs/FormSection.tsx';
import { ReferenceEntry } from '../frame/inputs/ReferenceEntry.tsx';
import { DayEntry } from '../frame/inputs/TextEntry.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { houseTimeZone, useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { instantOf } from '../messages/venue-clock.ts';
import { type PerformanceRow, performanceKind } from '../performances/performance-record.ts';
import type { TemplateRecord } from './template-record.ts';

/** Performances of one choice. */
const most = 500;

type Conditions = {
  seasonId?: string;
  activityId?: string;
  eventId?: string;
  startsOn?: string;
  endsOn?: string;
};

/** The performances that are chosen, of those the conditions leave. */
export type Chosen = { performances: readonly PerformanceRow[]; ids: ReadonlySet<string> };

function Found({
  template,
  timeZone,
  onChoice,
}: {
  template: TemplateRecord;
  timeZone: string;
  onChoice: (chosen: Chosen) => void;
}) {
  const text = useText();
  const format = useFormat();
  const { seasonId, activityId, eventId, startsOn, endsOn } = useWatch<Conditions>();
  const from = startsOn ? instantOf(`${startsOn}T00:00`, timeZone) : null;
  const to = endsOn ? instantOf(`${endsOn}T23:59:59.999`, timeZone) : null;
  const { data, error, isPending, total } = useGetList<PerformanceRow>('performances', {
    filter: {
      venueId: template.venueId,
      configurationId: template.configurationId,
      state: ['open', 'closed'],
      ...{ seasonId, activityId, eventId },
      startsAt_gte: from ?? 'now',
      startsAt_lte: to,
    },
    pagination: { page: 1, perPage: most },
    sort: { field: 'startsAt', order: 'ASC' },
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const performances = data ?? [];
    const ids = new Set(performances.map(({ id }) => id).filter((id) => !left.has(id)));
    onChoice({ performances, ids });
  }, [data, left, onChoice]);
  if (error !== null) return <ProblemAlert failure={error} />;
  if (isPending) return <Skeleton variant="rounded" height={160} />;
  if (data.length === 0) return <Typography>{text('contingents.template.noPerformance')}</Typography>;
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <>
      <Stack direction="row" useFlexGap sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button size="small" onClick={() => setLeft(new Set())}>
          {text('contingents.template.all')}
        </Button>
        <Button size="small" onClick={() => setLeft(new Set(data.map(({ id }) => id)))}>
          {text('contingents.template.none')}
        </Button>
        <Typography role="status">
          {text('contingents.template.chosen', {
            smart_count: data.filter(({ id }) => !left.has(id)).length,
          })}
        </Typography>
      </Stack>
      {(total ?? 0) > most && <Typography>{text('contingents.template.more', { most })}</Typography>}
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          maxHeight: 420,
          overflowY: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
        }}
        tabIndex={0}
        aria-label={text('contingents.template.chooseTitle')}
      >
        {data.map((performance) => (
          <Box component="li" key={performance.id} sx={{ px: 1.5 }}>
            <FormControlLabel
              control={
                <Checkbox
                  size="small"
                  checked={!left.has(performance.id)}
                  onChange={() => toggle(performance.id)}
                />
              }
              label={performanceKind.name(performance, format)}
            />
          </Box>
        ))}
      </Box>
    </>
  );
}

/** Chooses performances of a template's venue by season, activity, event and dates; all that are left, less those put out. */
export function ChoosePerformances(props: {
  template: TemplateRecord;
  timeZone: string | undefined;
  onChoice: (chosen: Chosen) => void;
}) {
  return (
    <Form onSubmit={() => undefined}>
      <Stack spacing={2}>
        <FormRow>
          <ReferenceEntry field="seasonId" resource="seasons" />
          <ReferenceEntry field="activityId" resource="season-activities" />
          <ReferenceEntry field="eventId" resource="events" />
        </FormRow>
        <FormRow>
          <DayEntry field="startsOn" />
          <DayEntry field="endsOn" />
        </FormRow>
        <Found
          template={props.template}
          timeZone={props.timeZone ?? houseTimeZone}
          onChoice={props.onChoice}
        />
      </Stack>
    </Form>
  );
}
