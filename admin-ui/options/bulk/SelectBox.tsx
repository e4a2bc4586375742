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
  return (
    <Checkbox
      size="small"
      checked={page.all}
      indeterminate={page.some && !page.all}
      onClick={page.toggle}
      slotProps={{ input: { 'aria-label': text('options.list.selectPage') } }}
      sx={{ m: -0.75 }}
    />
  );
}
