import { Typography } from '@mui/material';
import { unbroken } from '../../messages/unbroken.ts';
import { useText } from '../../messages/use-text.ts';
import { StateChip } from '../StateChip.tsx';
import type { BulkResult } from './use-portioned-run.ts';

/** What became of one option: its state, or why nothing was done. */
export function ResultOutcome({ result }: { result: BulkResult }) {
  const text = useText();
  if (result.state !== undefined) {
    return (
      <>
        <StateChip state={result.state} />
        {result.elsewhere === true && <Typography variant="body2">{text('together.elsewhere')}</Typography>}
      </>
    );
  }
  const { title = '', detail = '', reasons = [], remedies } = result.problem ?? {};
  const { passing = null, allowedBy = null } = remedies ?? {};
  return (
    <>
      <Typography variant="body2" color="error" sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      <Typography variant="body2">
        {unbroken([...new Set([detail, ...reasons.map(({ message }) => message)])].join(' '))}
      </Typography>
      {passing !== null && (
        <Typography variant="body2">{unbroken(text('frame.failure.passing', { ways: passing }))}</Typography>
      )}
      {allowedBy !== null && (
        <Typography variant="body2" color="text.secondary">
          {unbroken(text('frame.failure.allowedBy', { roles: allowedBy }))}
        </Typography>
      )}
    </>
  );
}
