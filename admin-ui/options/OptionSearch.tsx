import { TextInput } from 'react-admin';
import { useText } from '../messages/use-text.ts';

/** The search over numbers, contacts and events. */
export function OptionSearch() {
  const text = useText();
  return (
    <TextInput
      source="q"
      label={text('frame.common.search')}
      placeholder={text('frame.common.searchHint')}
      helperText={false}
      fullWidth
      resettable
    />
  );
}
