import { Stack } from '@mui/material';
import { Section } from '../frame/Facts.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { RecordPage } from '../frame/RecordPage.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { BulkRunView } from './BulkRunView.tsx';
import type { BulkRunRow } from './bulk-run-record.ts';
import { useRunName } from './use-run-name.ts';

function RunPage({ run }: { run: BulkRunRow }) {
  const text = useText();
  const format = useFormat();
  const nameOf = useRunName();
  return (
    <>
      <PageHeader
        title={`${nameOf(run)} (${run.total})`}
        crumbs={[{ label: text('frame.page.bulkRuns'), to: '/bulk-runs' }]}
        subtitle={`${run.askedByName} · ${format.instant(run.askedAt)}`}
      />
      <Section title={text('bulk.run.progress')}>
        <Stack spacing={2}>
          <BulkRunView id={run.id} />
        </Stack>
      </Section>
    </>
  );
}

/** One verb on a large selection: its progress, what failed and why. */
export function BulkRunShow() {
  return <RecordPage<BulkRunRow> render={(run) => <RunPage run={run} />} />;
}
