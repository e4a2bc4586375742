import type { LetterState } from '../../rules/letters/letter-states.ts';
import { type Tone, ToneChip } from '../frame/ToneChip.tsx';
import { useText } from '../messages/use-text.ts';

const tones: Readonly<Record<LetterState, Tone>> = {
  owed: 'warning',
  sending: 'info',
  sent: 'success',
  failed: 'error',
  superseded: 'neutral',
  bounced: 'error',
};

/** How far a letter has come. */
export function LetterStateChip({ state }: { state: LetterState }) {
  const text = useText();
  return <ToneChip label={text(`screens.letter.state.${state}`)} tone={tones[state]} />;
}
