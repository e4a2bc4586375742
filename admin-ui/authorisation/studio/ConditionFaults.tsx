import { Alert } from '@mui/material';
import type { FaultPlace } from '../../../rules/authorisation/rule-fault.ts';
import { message } from '../../../rules/messages/format.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';

/** What is wrong with conditions, and where. */
export function ConditionFaults({ faults }: { faults: readonly FaultPlace[] }) {
  const text = useText();
  const { locale } = useFormat();
  const told = ({ path, code }: FaultPlace) => {
    const said = message(locale, code);
    const place = placeOf(path);
    return place === ''
      ? text('studio.builder.fault', { said })
      : text('studio.builder.faultIn', { place, said });
  };
  return (
    <Alert severity="error">
      {faults.map((fault) => (
        <div key={`${fault.path} ${fault.code}`}>{told(fault)}</div>
      ))}
    </Alert>
  );
}

/** Where a condition stands, counted as the builder counts: 2.1 is the first in the second group. */
function placeOf(path: string): string {
  const steps = path
    .slice(path.indexOf('conditions'))
    .split('.')
    .filter((step) => /^\d+$/.test(step));
  return steps.map((step) => Number(step) + 1).join('.');
}
