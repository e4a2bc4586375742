import { ToneChip } from '../frame/ToneChip.tsx';
import { useText } from '../messages/use-text.ts';

/** Whether a person may sign in. */
export function OperatorChip({ disabled }: { disabled: boolean }) {
  const text = useText();
  return disabled ? (
    <ToneChip tone="neutral" label={text('settings.operator.disabled')} />
  ) : (
    <ToneChip tone="success" label={text('settings.operator.active')} />
  );
}
