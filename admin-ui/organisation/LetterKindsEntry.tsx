import { CheckboxGroupInput } from 'react-admin';
import { chosenKinds } from '../../rules/letters/sent-kinds.ts';
import { useFieldLabel } from '../frame/records/use-record-text.ts';
import { useText } from '../messages/use-text.ts';

/** The letters a house sends, of those it may choose. */
export function LetterKindsEntry() {
  const text = useText();
  const label = useFieldLabel();
  return (
    <CheckboxGroupInput
      source="letterKinds"
      label={label('letterKinds')}
      choices={chosenKinds.map((id) => ({ id, name: text(`screens.letter.kind.${id}`) }))}
      translateChoice={false}
      helperText={text('settings.help.letterKinds')}
    />
  );
}
