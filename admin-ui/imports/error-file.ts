import type { ImportRow } from './import-record.ts';

const separator = ';';

function cellOf(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The rejected rows as a CSV file that a spreadsheet opens: line, reason, and the cells as they were, so that they can be
 * corrected there and imported again.
 */
export function errorFile(
  rows: readonly ImportRow[],
  columns: readonly string[],
  titles: { line: string; reason: string },
): Blob {
  const head = [titles.line, titles.reason, ...columns];
  const lines = rows.map(({ line, reasons, cells }) => [
    String(line),
    reasons.map(({ message }) => message).join(' '),
    ...cells,
  ]);
  const text = [head, ...lines].map((cells) => cells.map(cellOf).join(separator)).join('\r\n');
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' });
}

/** Lets the browser keep a file under a name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
