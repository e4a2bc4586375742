import { Typography } from '@mui/material';
import { Section } from '../frame/Facts.tsx';
import { unbroken } from '../messages/unbroken.ts';
import { useText } from '../messages/use-text.ts';
import type { OptionRecord } from './option-record.ts';

/** What the rules warned about when the option was last decided on: somebody went on with a motive. */
export function OptionWhy({ option: { rulesDecision: decision } }: { option: OptionRecord }) {
  const text = useText();
  if (decision === null || decision.reasons.length === 0) return null;
  const [shipped = '', own] = decision.ruleSetVersion.replace('shipped-', '').split('+');
  const versions =
    own === undefined
      ? text('options.show.whyShipped', { shipped })
      : text('options.show.whyOwn', { shipped, own });
  return (
    <Section title={text('options.show.why')}>
      {decision.reasons.map((reason) => (
        <Typography key={reason}>{unbroken(reason)}</Typography>
      ))}
      <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
        {versions}
      </Typography>
    </Section>
  );
}
