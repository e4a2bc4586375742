import { Checkbox } from '@mui/material';
import { useText } from '../../messages/use-text.ts';
import type { OptionRow } from '../option-record.ts';
import type { Selection } from './use-selection.ts';

/** Chooses one option; with Shift, all from the last one chosen. */
export function SelectBox({ option, selection }: { option: OptionRow; selection: Selection }) {
  const text = useText();
  return (
    <Checkbox
      size="small"
      checked={selection.isSelected(option.id)}
      onClick={(event) => selection.toggle(option.id, event)}
      slotProps={{ input: { 'aria-label': text('options.list.select', { number: option.number }) } }}
      sx={{ m: -0.75 }}
    />
  );
}

/** Chooses every option of the page, or none of it. */
export function SelectPageBox({ selection: { page } }: { selection: Selection }) {
  const text = useText();
  const mixed = page.some && !page.all;
  // the box itself, not only its looks, says that it is neither
  const say = (box: HTMLInputElement | null) => {
    if (box !== null) box.indeterminate = mixed;
  };
  return (
    <Checkbox
      size="small"
      checked={page.all}
      indeterminate={mixed}
      onClick={page.toggle}
      slotProps={{ input: { 'aria-label': text('options.list.selectPage'), ref: say } }}
      sx={{ m: -0.75 }}
    />
  );
}
