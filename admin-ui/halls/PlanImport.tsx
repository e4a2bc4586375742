import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { Link, useSearchParams } from 'react-router';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { ColourDot } from '../frame/ColourDot.tsx';
import { Facts, Section } from '../frame/Facts.tsx';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { useCrumbs } from '../frame/records/use-crumbs.ts';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { FileDrop } from '../imports/FileDrop.tsx';
import { useFileImport } from '../imports/use-file-import.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { type PlanImportAnswer, planKind } from './hall-record.ts';
import { PlanFaults } from './PlanFaults.tsx';

function PlanSummary({ answer }: { answer: PlanImportAnswer }) {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  const counted = (parts: readonly { name: string; seats: number }[]) =>
    parts
      .map(({ name, seats }) => text('halls.import.part', { name, seats: format.number(seats) }))
      .join(', ');
  return (
    <Section title={answer.name}>
      <Facts
        facts={[
          { label: label('revision'), value: format.number(answer.revision) },
          { label: label('seatCount'), value: format.number(answer.seatCount) },
          { label: text('halls.import.wheelchairs'), value: format.number(answer.wheelchairs) },
          { label: text('halls.import.added'), value: format.number(answer.seatsAdded) },
          { label: text('halls.import.removed'), value: format.number(answer.seatsRemoved) },
          { label: text('halls.zones'), value: counted(answer.zones) },
        ]}
      />
      <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
        {text('halls.planCategories')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {answer.categories.map(({ name, colour, seats }) => (
          <Stack
            key={name}
            component="li"
            direction="row"
            spacing={1}
            sx={{ alignItems: 'center', py: 0.25 }}
          >
            <ColourDot colour={colour} />
            <span>{text('halls.import.part', { name, seats: format.number(seats) })}</span>
          </Stack>
        ))}
      </Box>
    </Section>
  );
}

function Import({ spaceId }: { spaceId: string }) {
  const text = useText();
  const { file, check, run, choose } = useFileImport<PlanImportAnswer>(
    `/spaces/${spaceId}/seat-plans`,
    'seat-plans',
  );
  const done = run.data;
  const tried = done ?? check.data;
  const failure = run.error ?? check.error;
  return (
    <Stack spacing={2} sx={{ maxWidth: 900 }}>
      {done === undefined && (
        <FileDrop
          pending={check.isPending}
          accept=".json,application/json"
          limits={text('halls.import.limits')}
          onFile={choose}
        />
      )}
      <Box role="status">
        {file !== null && <Typography sx={{ fontWeight: 650 }}>{file.name}</Typography>}
        {tried !== undefined && (
          <Alert severity={done === undefined ? 'info' : 'success'} sx={{ mt: 1 }}>
            {text(`halls.import.${done === undefined ? 'would' : 'did'}.${tried.outcome}`)}
          </Alert>
        )}
      </Box>
      {failure !== null && <PlanFaults failure={failure} />}
      {tried !== undefined && <PlanSummary answer={tried} />}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}>
        <Button component={Link} to={pageOf('spaces', spaceId)} color="inherit">
          {text('halls.import.back')}
        </Button>
        {done === undefined && tried !== undefined && tried.outcome !== 'unchanged' && file !== null && (
          <Button variant="contained" loading={run.isPending} onClick={() => run.mutate(file)}>
            {text('halls.import.run')}
          </Button>
        )}
        {done?.planId != null && (
          <Button component={Link} to={pageOf('seat-plans', done.planId)} variant="contained">
            {text('halls.import.open')}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}

/** Brings a plan into a space from a file: dropped or chosen, tried, taken. */
export function PlanImport() {
  const text = useText();
  const [search] = useSearchParams();
  const spaceId = search.get('spaceId');
  const may = useRight(resourceRight('seat-plans', 'create'));
  const crumbs = useCrumbs(planKind, { spaceId });
  if (!may) return <NotPermittedPage />;
  return (
    <>
      <PageHeader
        title={text('settings.kinds.seatPlan.create')}
        crumbs={crumbs}
        subtitle={text('settings.kinds.seatPlan.intro')}
      />
      {spaceId === null ? (
        <Alert
          severity="info"
          action={
            <Button component={Link} to="/venues" color="inherit">
              {text('frame.page.venues')}
            </Button>
          }
        >
          {text('halls.import.noSpace')}
        </Alert>
      ) : (
        <Import spaceId={spaceId} />
      )}
    </>
  );
}
