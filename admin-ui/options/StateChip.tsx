import type { OptionState } from '../../rules/options/life.ts';
import { type Tone, ToneChip } from '../frame/ToneChip.tsx';
import { useFormat } from '../messages/use-format.ts';

const tones: Readonly<Record<OptionState, Tone>> = {
  requested: 'warning',
  placed: 'info',
  refused: 'error',
  waiting: 'warning',
  offered: 'info',
  confirmed: 'success',
  firm: 'success',
  resumed: 'success',
  lapsed: 'neutral',
  declined: 'neutral',
  withdrawn: 'neutral',
  cancelled: 'neutral',
};

/** The state of an option, in the words of the trade. */
export function StateChip({ state }: { state: OptionState }) {
  const { labels } = useFormat();
  return <ToneChip label={labels.states[state]} tone={tones[state]} strong={state === 'firm'} />;
}
