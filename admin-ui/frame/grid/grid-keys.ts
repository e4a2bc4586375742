/** A cell of a grid, by row and column. */
export type Place = { row: number; column: number };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey'> & { atStart: boolean; atEnd: boolean };

/**
 * Where a key leads from a cell, as in a spreadsheet; null when it stays in the cell. Left and right leave only from the
 * edge of what is typed.
 */
export function placeAfter({ key, shiftKey, atStart, atEnd }: Pressed, { row, column }: Place): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'Enter':
      return { row: row + (shiftKey ? -1 : 1), column };
    case 'ArrowLeft':
      return atStart ? { row, column: column - 1 } : null;
    case 'ArrowRight':
      return atEnd ? { row, column: column + 1 } : null;
    default:
      return null;
  }
}

/** The cells of a table copied from a spreadsheet; null for a single value, which is pasted as any text. */
export function pastedCells(text: string): string[][] | null {
  const lines = text.replaceAll('\r', '').replace(/\n$/, '').split('\n');
  if (lines.length === 1 && !text.includes('\t')) return null;
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}
