import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import {
  Alert,
  Box,
  Button,
  LinearProgress,
  Stack,
  Step,
  StepLabel,
  Stepper,
  Typography,
} from '@mui/material';
import { Link } from 'react-router';
import { NotPermittedPage } from '../frame/NotPermittedPage.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { useRight } from '../provider/session.ts';
import { ColumnMapping, mappingFault, useColumnTitle } from './ColumnMapping.tsx';
import { errorFile, saveFile } from './error-file.ts';
import { FileDrop } from './FileDrop.tsx';
import { ImportRows } from './ImportRows.tsx';
import type { ImportAnswer } from './import-record.ts';
import { useContactImport } from './use-contact-import.ts';

const accepted =
  '.csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const steps = ['file', 'columns', 'check', 'result'] as const;

type Import = ReturnType<typeof useContactImport>;

function Working({ label, note }: { label: string; note?: string }) {
  return (
    <Box role="status" sx={{ my: 1 }}>
      <Typography gutterBottom>{label}</Typography>
      <LinearProgress aria-label={label} />
      {note !== undefined && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}

function ErrorFileButton({ answer, job }: { answer: ImportAnswer; job: Import }) {
  const text = useText();
  const titleOf = useColumnTitle();
  if (answer.rejected === 0) return null;
  const save = () => {
    const rejected = answer.rows.filter(({ outcome }) => outcome === 'rejected');
    const columns = (job.columns?.columns ?? []).map(({ title }, index) => titleOf(title, index));
    const titles = { line: text('imports.errors.line'), reason: text('imports.errors.reason') };
    saveFile(errorFile(rejected, columns, titles), text('imports.errors.file'));
  };
  return (
    <Button variant="outlined" startIcon={<DownloadIcon />} onClick={save}>
      {text('imports.errors.download')}
    </Button>
  );
}

function FileStep({ job }: { job: Import }) {
  const text = useText();
  return (
    <>
      <FileDrop
        pending={job.read.isPending}
        accept={accepted}
        limits={text('imports.file.limits')}
        onFile={job.choose}
      />
      {job.read.error !== null && <ProblemAlert failure={job.read.error} />}
    </>
  );
}

function ColumnsStep({ job }: { job: Import }) {
  const text = useText();
  const format = useFormat();
  const { file, columns, choice, check } = job;
  if (file === null || columns === null) return null;
  const fault = mappingFault(choice);
  return (
    <>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 650 }}>
          {text('imports.file.chosen', { name: file.name, rows: format.number(columns.rows) })}
        </Typography>
        <Button size="small" onClick={job.startAgain} disabled={check.isPending}>
          {text('imports.file.other')}
        </Button>
      </Stack>
      <ColumnMapping columns={columns.columns} choice={choice} onChange={job.change} />
      {check.isPending && <Working label={text('imports.check.checking')} />}
      {check.error !== null && <ProblemAlert failure={check.error} />}
      {fault === 'needName' && <Alert severity="warning">{text('imports.columns.needName')}</Alert>}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button
          variant="contained"
          loading={check.isPending}
          disabled={fault !== null}
          onClick={() => check.mutate(file)}
        >
          {text('imports.columns.check')}
        </Button>
      </Box>
    </>
  );
}

function CheckStep({ job, answer }: { job: Import; answer: ImportAnswer }) {
  const text = useText();
  const { file, run, check } = job;
  const writes = answer.created + answer.updated;
  return (
    <>
      <Alert severity="info">{text(writes === 0 ? 'imports.check.nothing' : 'imports.check.intro')}</Alert>
      <ImportRows rows={answer.rows} words="would" />
      {run.isPending && <Working label={text('imports.run.running')} note={text('imports.run.whole')} />}
      {run.error !== null && <ProblemAlert failure={run.error} />}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}>
        <ErrorFileButton answer={answer} job={job} />
        <Button color="inherit" onClick={() => check.reset()} disabled={run.isPending}>
          {text('imports.check.back')}
        </Button>
        <Button
          variant="contained"
          loading={run.isPending}
          disabled={writes === 0 || file === null}
          onClick={() => file !== null && run.mutate(file)}
        >
          {text('imports.check.run', { smart_count: writes })}
        </Button>
      </Stack>
    </>
  );
}

function ResultStep({ job, answer }: { job: Import; answer: ImportAnswer }) {
  const text = useText();
  const format = useFormat();
  const { created, updated, unchanged, rejected } = answer;
  const counts = {
    created: format.number(created),
    updated: format.number(updated),
    unchanged: format.number(unchanged),
    rejected: format.number(rejected),
  };
  return (
    <>
      <Alert severity={rejected === 0 ? 'success' : 'warning'} role="status">
        {text('imports.run.done', counts)}
      </Alert>
      <ImportRows rows={answer.rows} words="outcome" />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}>
        <ErrorFileButton answer={answer} job={job} />
        <Button color="inherit" onClick={job.startAgain}>
          {text('imports.run.again')}
        </Button>
        <Button
          component={Link}
          to={job.choice.kind === 'structure' ? '/structures' : '/individuals'}
          variant="contained"
        >
          {text('imports.run.contacts')}
        </Button>
      </Stack>
    </>
  );
}

function stepOf({ columns, check, run }: Import): number {
  if (run.data !== undefined) return 3;
  if (check.data !== undefined) return 2;
  return columns === null ? 0 : 1;
}

/** Brings contacts in from a file: choose it, map its columns, see what each row would do, do it. */
export function ContactImport() {
  const text = useText();
  const may = useRight('contacts.imports:execute');
  const job = useContactImport();
  if (!may) return <NotPermittedPage />;
  const step = stepOf(job);
  return (
    <>
      <PageHeader
        title={text('imports.title')}
        crumbs={[{ label: text('frame.page.structures'), to: '/structures' }]}
        subtitle={step === 0 ? text('imports.intro') : undefined}
      />
      <Stack spacing={2} sx={{ maxWidth: 1100 }}>
        <Stepper
          activeStep={step}
          alternativeLabel
          aria-label={text('imports.steps.label')}
          sx={{ '& .MuiStepIcon-root:not(.Mui-active):not(.Mui-completed)': { color: 'text.secondary' } }}
        >
          {steps.map((name) => (
            <Step key={name} completed={steps.indexOf(name) < step || step === 3}>
              <StepLabel>{text(`imports.steps.${name}`)}</StepLabel>
            </Step>
          ))}
        </Stepper>
        {step === 0 && <FileStep job={job} />}
        {step === 1 && <ColumnsStep job={job} />}
        {step === 2 && job.check.data !== undefined && <CheckStep job={job} answer={job.check.data} />}
        {step === 3 && job.run.data !== undefined && <ResultStep job={job} answer={job.run.data} />}
      </Stack>
    </>
  );
}
