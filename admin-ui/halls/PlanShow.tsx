import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Stack, Typography } from '@mui/material';
import { ColourDot } from '../frame/ColourDot.tsx';
import { type Fact, Section } from '../frame/Facts.tsx';
import { RecordName } from '../frame/records/RecordName.tsx';
import { RecordShow } from '../frame/records/RecordShow.tsx';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { apiUrl } from '../provider/request.ts';
import { type PlanRecord, planKind } from './hall-record.ts';
import { MapSection } from './MapSection.tsx';

function useFacts(plan: PlanRecord): readonly Fact[] {
  const text = useText();
  const format = useFormat();
  const label = useFieldLabel();
  return [
    { label: label('spaceId'), value: <RecordName resource="spaces" id={plan.spaceId} /> },
    { label: label('revision'), value: format.number(plan.revision) },
    { label: label('seatCount'), value: format.number(plan.seatCount) },
    { label: label('importedAt'), value: format.instant(plan.importedAt) },
    { label: text('halls.configurations'), value: format.number(plan.configurations) },
    { label: text('halls.zones'), value: plan.zones.join(', ') },
  ];
}

function Categories({ plan }: { plan: PlanRecord }) {
  const text = useText();
  return (
    <Section title={text('halls.planCategories')}>
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {text('halls.planCategoriesHelp')}
      </Typography>
      <Stack component="ul" direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, m: 0, p: 0 }}>
        {plan.categories.map(({ name, colour }) => (
          <Stack key={name} component="li" direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <ColourDot colour={colour} />
            <span>{name}</span>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

function Download({ plan }: { plan: PlanRecord }) {
  const text = useText();
  return (
    <Button
      component="a"
      href={`${apiUrl}/seat-plans/${plan.id}/file`}
      download
      variant="outlined"
      startIcon={<DownloadIcon />}
    >
      {text('halls.export')}
    </Button>
  );
}

/** One revision of a plan; it never changes. */
export function PlanShow() {
  return (
    <RecordShow
      kind={planKind}
      useFacts={useFacts}
      unchanging
      actions={(plan) => <Download plan={plan} />}
      wide
      parts={(plan) => (
        <>
          <MapSection planId={plan.id} />
          <Categories plan={plan} />
        </>
      )}
    />
  );
}
