import { Alert, Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { FaultTable } from './FaultTable.tsx';
import { FileDrop } from './FileDrop.tsx';
import { type ContingentImportAnswer, useContingentImport } from './use-contingent-import.ts';

const accepted =
  '.csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Import = ReturnType<typeof useContingentImport>;

function Counts({ answer, words }: { answer: ContingentImportAnswer; words: 'would' | 'did' }) {
  const text = useText();
  const { rows, changed, unchanged, rejected } = answer;
  const parts = [
    text('contingents.file.rows', { smart_count: rows }),
    text(`contingents.file.${words}`, { smart_count: changed }),
    ...(unchanged === 0 ? [] : [text('contingents.file.same', { smart_count: unchanged })]),
    ...(rejected === 0 ? [] : [text('contingents.file.rejected', { smart_count: rejected })]),
  ];
  return (
    <Typography role="status" sx={{ fontWeight: 650 }}>
      {parts.join(' · ')}
    </Typography>
  );
}

function FileStep({ job }: { job: Import }) {
  const text = useText();
  const { check } = job;
  return (
    <>
      <FileDrop
        pending={check.isPending}
        accept={accepted}
        limits={text('contingents.file.limits')}
        onFile={job.choose}
      />
      {check.isPending && (
        <Box role="status">
          <Typography gutterBottom>{text('contingents.file.checking')}</Typography>
          <LinearProgress aria-label={text('contingents.file.checking')} />
        </Box>
      )}
      {check.error !== null && <ProblemAlert failure={check.error} />}
    </>
  );
}

function CheckStep({ job, answer }: { job: Import; answer: ContingentImportAnswer }) {
  const text = useText();
  const { file, run } = job;
  return (
    <>
      <Alert severity={answer.rejected === 0 ? 'info' : 'warning'}>
        {text(answer.rejected === 0 ? 'contingents.file.nothingYet' : 'contingents.file.someFaulty')}
      </Alert>
      <Counts answer={answer} words="would" />
      <FaultTable faults={answer.faults} more={answer.more} />
      {run.isPending && <LinearProgress aria-label={text('contingents.file.running')} />}
      {run.error !== null && <ProblemAlert failure={run.error} />}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}>
        <Button color="inherit" disabled={run.isPending} onClick={job.startAgain}>
          {text('imports.file.other')}
        </Button>
        <Button
          variant="contained"
          loading={run.isPending}
          disabled={answer.changed === 0 || file === null}
          onClick={() => file !== null && run.mutate(file)}
        >
          {answer.changed === 0
            ? text('contingents.file.nothingToDo')
            : text('contingents.file.run', { smart_count: answer.changed })}
        </Button>
      </Stack>
    </>
  );
}

function ResultStep({ job, answer }: { job: Import; answer: ContingentImportAnswer }) {
  const text = useText();
  return (
    <>
      <Alert severity={answer.rejected === 0 ? 'success' : 'warning'}>{text('contingents.file.done')}</Alert>
      <Counts answer={answer} words="did" />
      <FaultTable faults={answer.faults} more={answer.more} />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}>
        <Button color="inherit" onClick={job.startAgain}>
          {text('imports.run.again')}
        </Button>
        <Button component={Link} to="/stock" variant="contained">
          {text('frame.page.stock')}
        </Button>
      </Stack>
    </>
  );
}

/** Brings in what contingents have from a file: tried first, every fault by line and column, then done. */
export function ContingentImport() {
  const text = useText();
  const format = useFormat();
  const may = useRight('stock.stock:modify');
  const job = useContingentImport();
  if (!may) return <NotPermittedPage />;
  const { file, check, run } = job;
  const chosen = check.data !== undefined && file !== null;
  return (
    <>
      <PageHeader
        title={text('contingents.file.importTitle')}
        crumbs={[{ label: text('frame.page.stock'), to: '/stock' }]}
        subtitle={
          chosen
            ? text('imports.file.chosen', { name: file.name, rows: format.number(check.data?.rows ?? 0) })
            : text('contingents.file.intro')
        }
      />
      <Stack spacing={2} sx={{ maxWidth: 900 }}>
        {check.data === undefined && <FileStep job={job} />}
        {check.data !== undefined && run.data === undefined && <CheckStep job={job} answer={check.data} />}
        {run.data !== undefined && <ResultStep job={job} answer={run.data} />}
      </Stack>
    </>
  );
}
