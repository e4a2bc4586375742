import { ToneChip } from '../frame/ToneChip.tsx';
import { useText } from '../messages/use-text.ts';
import type { SettingState } from './limitation-record.ts';

/** Whether a setting counts. */
export function SettingChip({ state }: { state: SettingState }) {
  const text = useText();
  return (
    <ToneChip label={text(`rules.state.${state}`)} tone={state === 'validated' ? 'success' : 'neutral'} />
  );
}
