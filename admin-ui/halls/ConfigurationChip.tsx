import { ToneChip } from '../frame/ToneChip.tsx';
import { useText } from '../messages/use-text.ts';
import type { ConfigurationRecord } from './hall-record.ts';

/** Whether performances may be played in a configuration. */
export function ConfigurationChip({ state }: Pick<ConfigurationRecord, 'state'>) {
  const text = useText();
  return <ToneChip label={text(`halls.state.${state}`)} tone={state === 'valid' ? 'success' : 'neutral'} />;
}
