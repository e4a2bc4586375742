import type { Acceptance } from '../../rules/contacts/acceptance.ts';
import { type Tone, ToneChip } from '../frame/ToneChip.tsx';
import { useText } from '../messages/use-text.ts';

const tones: Readonly<Record<Acceptance, Tone>> = {
  pending: 'warning',
  accepted: 'success',
  refused: 'error',
  suspended: 'neutral',
};

/** Whether the house works with a structure; individuals need no acceptance. */
export function AcceptanceChip({ acceptance }: { acceptance: Acceptance | null }) {
  const text = useText();
  if (acceptance === null) return null;
  return <ToneChip label={text(`screens.contact.acceptance.${acceptance}`)} tone={tones[acceptance]} />;
}
