import { SelectInput } from 'react-admin';
import { useText } from '../messages/use-text.ts';
import { settingStates } from './limitation-record.ts';

/** A condition of a list: drafts, or what counts. */
export function SettingStateFilter() {
  const text = useText();
  return (
    <SelectInput
      source="state"
      label={text('settings.field.state')}
      choices={settingStates.map((id) => ({ id, name: text(`rules.state.${id}`) }))}
      translateChoice={false}
      helperText={false}
      sx={{ width: { xs: '100%', md: 170 } }}
    />
  );
}
