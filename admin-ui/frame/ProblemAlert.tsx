import { Alert, AlertTitle, Box, Typography } from '@mui/material';
import { unbroken } from '../messages/unbroken.ts';
import { useFormat } from '../messages/use-format.ts';
import { type Text, useText } from '../messages/use-text.ts';
import { type Problem, problemOf } from '../provider/problem.ts';
import { freeName } from './free-name.ts';

function titleOf(problem: Problem, text: Text): string {
  if (problem.title !== null) return problem.title;
  return text(problem.status === 0 ? 'frame.failure.network' : 'frame.failure.unexpected');
}

function Bullets({ label, items }: { label: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="subtitle2">{label}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {items.map((item) => (
          <li key={item}>{unbroken(item)}</li>
        ))}
      </Box>
    </Box>
  );
}

/** A refusal in plain words: what happened, every reason, the fields to correct, what is free instead. */
export function ProblemAlert({
  failure,
  fieldName,
}: {
  failure: unknown;
  /** Names a faulty field as the screen does. */
  fieldName?: (path: string) => string | undefined;
}) {
  const text = useText();
  const format = useFormat();
  const problem = problemOf(failure);
  const warned = problem.code === 'authorisation.warned';
  const free = problem.free.map((row) =>
    text('screens.stock.share', {
      name: freeName(row, problem.free) ?? text('frame.common.unknown'),
      free: format.number(row.free),
    }),
  );
  const fields = problem.errors.map(({ path, code, message: told }) => {
    const said = told ?? code;
    return path === '' ? said : text('frame.failure.field', { path: fieldName?.(path) ?? path, said });
  });
  return (
    <Alert severity={warned ? 'warning' : 'error'} role="alert">
      <AlertTitle>{unbroken(titleOf(problem, text))}</AlertTitle>
      {problem.detail === null ? null : unbroken(problem.detail)}
      <Bullets
        label={text('frame.failure.reasons')}
        items={problem.reasons.map((reason) => reason.message)}
      />
      <Bullets label={text('frame.failure.fields')} items={fields} />
      <Bullets label={text('frame.failure.free')} items={free} />
      {problem.passing !== null && (
        <Typography sx={{ mt: 1 }}>
          {unbroken(text('frame.failure.passing', { ways: problem.passing }))}
        </Typography>
      )}
      {problem.allowedBy !== null && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {unbroken(text('frame.failure.allowedBy', { roles: problem.allowedBy }))}
        </Typography>
      )}
    </Alert>
  );
}
