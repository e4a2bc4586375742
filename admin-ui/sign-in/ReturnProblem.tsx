import { Alert } from '@mui/material';
import { useLocation } from 'react-router';
import { useText } from '../messages/use-text.ts';

const problems = [
  'unavailable',
  'refused',
  'unknown',
  'noRole',
  'emailMissing',
  'emailTaken',
  'linkedElsewhere',
] as const;

/** What went wrong on the way to the issuer and back, as the address says it by its code. */
export function ReturnProblem() {
  const text = useText();
  const code = new URLSearchParams(useLocation().search).get('problem');
  if (code === null) return null;
  const known = problems.find((problem) => code === `issuer.${problem}`);
  return (
    <Alert severity="error" role="alert">
      {text(known === undefined ? 'frame.failure.unexpected' : `account.returned.${known}`)}
    </Alert>
  );
}
