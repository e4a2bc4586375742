import { Alert, Box, Button, Link as MuiLink, Paper, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { useEvent, useGetOne, useNotify } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router';
import { type GridColumn, type GridRow, type GridValues, ValueGrid } from '../frame/grid/ValueGrid.tsx';
import { PageHeader } from '../frame/PageHeader.tsx';
import { PageSkeleton } from '../frame/PageSkeleton.tsx';
import { ProblemAlert } from '../frame/ProblemAlert.tsx';
import { pageOf } from '../frame/records/record-kind.ts';
import { UnsavedGuard } from '../frame/UnsavedGuard.tsx';
import { useSeen } from '../frame/use-seen.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import { type PerformanceRow, performanceKind } from '../performances/performance-record.ts';
import { problemOf } from '../provider/problem.ts';
import { CopyFrom } from './CopyFrom.tsx';

export type GridEditorProps = {
  performance: PerformanceRow;
  title: string;
  intro: string;
  corner: string;
  rows: readonly GridRow[];
  columns: readonly GridColumn[];
  initial: GridValues;
  /** Why nothing can be typed yet: what is missing, in words, and where to make it. */
  missing: { said: string; to: string; action: string } | null;
  faultsOf: (values: GridValues) => GridValues;
  notesOf?: (values: GridValues) => GridValues;
  totals?: (values: GridValues, columnId: string) => ReactNode;
  /** The grid of another performance, as it would be typed here. */
  readOther: (performanceId: string) => Promise<GridValues>;
  /** Saves; answers what the server says about single cells. */
  save: (values: GridValues) => Promise<void>;
  /** Which cell a faulty position of what was sent is. */
  cellAt: (values: GridValues, path: string) => string | undefined;
  pending: boolean;
};

function sameValues(one: GridValues, other: GridValues): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (key) => (one[key] ?? '') === (other[key] ?? ''),
  );
}

/** The editing of a grid of a performance: typing, copying, saving all at once, faults at their cells. */
export function GridEditor(props: GridEditorProps) {
  const { performance, title, rows, columns, initial, missing, faultsOf, notesOf, totals, save, cellAt } =
    props;
  const text = useText();
  const format = useFormat();
  const notify = useNotify();
  const navigate = useNavigate();
  const page = pageOf('performances', performance.id);
  const [values, setValues] = useState(initial);
  const [refused, setRefused] = useState<GridValues>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const seen = useSeen<HTMLDivElement>(failure ?? (tried || null));
  const found = faultsOf(values);
  const faults = { ...refused, ...(tried ? found : {}) };
  const faulty = Object.keys(faults).length;
  const leave = useEvent(() => void navigate(page));
  useEffect(() => {
    if (saved) leave();
  }, [saved, leave]);
  const submit = async () => {
    setTried(true);
    setFailure(null);
    setRefused({});
    if (Object.keys(found).length > 0) return;
    try {
      await save(values);
      notify(text('settings.grid.saved'), { type: 'success' });
      setSaved(true);
    } catch (problem) {
      setFailure(problem);
      const cells = problemOf(problem).errors.flatMap(({ path, message }) => {
        const cell = cellAt(values, path);
        return cell === undefined || message === null ? [] : [[cell, message]];
      });
      setRefused(Object.fromEntries(cells));
    }
  };
  return (
    <>
      <UnsavedGuard when={!saved && !sameValues(initial, values)} />
      <PageHeader
        title={title}
        crumbs={[
          { label: text('frame.page.performances'), to: '/performances' },
          { label: performanceKind.name(performance, format), to: page },
        ]}
        subtitle={performance.venueName}
      />
      {missing !== null ? (
        <Alert
          severity="info"
          action={
            <Button component={Link} to={missing.to} color="inherit" size="small">
              {missing.action}
            </Button>
          }
        >
          {missing.said}
        </Alert>
      ) : (
        <Stack spacing={2} component="form" noValidate onSubmit={(event) => event.preventDefault()}>
          <Typography color="text.secondary" sx={{ maxWidth: 820 }}>
            {props.intro}
          </Typography>
          <CopyFrom
            performance={performance}
            readOther={props.readOther}
            onCopied={(copied) => setValues({ ...values, ...copied })}
          />
          <Paper variant="outlined">
            <ValueGrid
              label={title}
              corner={props.corner}
              rows={rows}
              columns={columns}
              values={values}
              faults={faults}
              {...(notesOf === undefined ? {} : { notes: notesOf(values) })}
              onChange={(next) => {
                setRefused({});
                setValues(next);
              }}
              {...(totals === undefined ? {} : { totals: (columnId) => totals(values, columnId) })}
              disabled={props.pending}
            />
          </Paper>
          <Box ref={seen} sx={{ scrollMarginBottom: 96 }}>
            {faulty > 0 && (
              <Alert severity="error">{text('settings.grid.faults', { smart_count: faulty })}</Alert>
            )}
            {failure !== null && faulty === 0 && <ProblemAlert failure={failure} />}
          </Box>
          <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
            <MuiLink component={Link} to={page} sx={{ alignSelf: 'center', mr: 1 }}>
              {text('frame.common.cancel')}
            </MuiLink>
            <Button variant="contained" loading={props.pending} onClick={() => void submit()}>
              {text('settings.common.save')}
            </Button>
          </Box>
        </Stack>
      )}
    </>
  );
}

/** The performance whose grid the address names, read anew. */
export function GridPerformance({ render }: { render: (performance: PerformanceRow) => ReactNode }) {
  const { performanceId = '' } = useParams();
  const { data, error, isFetching } = useGetOne<PerformanceRow>(
    'performances',
    { id: performanceId },
    { staleTime: 0, refetchOnWindowFocus: false },
  );
  const [seen, setSeen] = useState<PerformanceRow | null>(null);
  useEffect(() => {
    if (seen === null && data !== undefined && !isFetching) setSeen(data);
  }, [seen, data, isFetching]);
  if (error !== null) return <ProblemAlert failure={error} />;
  return seen === null ? <PageSkeleton /> : render(seen);
}
