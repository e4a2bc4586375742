import { ToneChip } from '../../frame/ToneChip.tsx';
import { useText } from '../../messages/use-text.ts';
import type { RuleSetRecord } from './rule-set-record.ts';

const tones = { draft: 'neutral', simulated: 'info', published: 'info', superseded: 'neutral' } as const;

/** Where a version stands; one that counts now says so. */
export function RuleSetChip({ ruleSet: { state, inForce } }: { ruleSet: RuleSetRecord }) {
  const text = useText();
  if (inForce) return <ToneChip label={text('studio.state.inForce')} tone="success" />;
  return <ToneChip label={text(`studio.state.${state}`)} tone={tones[state]} />;
}
