import type { MouseEvent } from 'react';

/** What answers for itself inside a row, with the cell of a box to tick. */
const own = 'a, button, input, label, select, textarea, [role="button"], td:has(input)';

/** Whether the mouse just marked text to copy. */
function isSelecting(): boolean {
  return window.getSelection()?.type === 'Range';
}

/**
 * Opens the record of the row that was clicked anywhere, by the row's first link, keys held as for the link itself. The
 * link stays what assistive technology and the middle button work with.
 */
export function openRow(event: MouseEvent<HTMLElement>): void {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  if (!(target instanceof Element) || event.defaultPrevented || isSelecting()) return;
  if (target.closest(own) !== null) return;
  const link = target.closest('tbody tr')?.querySelector('a[href]');
  link?.dispatchEvent(
    new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}

/** Rows that can be opened look it. */
export const openableRows = { '& tbody tr:has(a[href])': { cursor: 'pointer' } };
