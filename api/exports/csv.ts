import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cell, CellForm } from '../../rules/lists/cells.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import type { FileFormat, Sheet } from './sheet.ts';

/** How each language's spreadsheets read a file of values. */
const habits: Readonly<Record<Locale, { separator: string; decimal: string; special: RegExp }>> = {
  fr: { separator: ';', decimal: ',', special: /[";\r\n]/ },
  en: { separator: ',', decimal: '.', special: /[",\r\n]/ },
};

/** The mark by which spreadsheets know that accents are UTF-8. */
const byteOrderMark = '\uFEFF';
/** What makes a spreadsheet take a text for a formula, also in its wide forms. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Values separated by `;` in French and `,` in English, one row a line (RFC 4180), in UTF-8. */
export const csv: FileFormat = {
  contentType: 'text/csv; charset=utf-8',
  extension: 'csv',
  write: (sheet, out) => pipeline(Readable.from(linesOf(sheet)), out),
};

async function* linesOf({ columns, batches, locale }: Sheet): AsyncGenerator<string> {
  const { separator } = habits[locale];
  const lineOf = (cells: readonly string[]) => `${cells.join(separator)}\r\n`;
  yield byteOrderMark + lineOf(columns.map(({ heading }) => textField(heading, locale)));
  for await (const batch of batches) {
    let lines = '';
    for (const row of batch) {
      lines += lineOf(row.map((cell, place) => field(cell, columns[place]?.form ?? 'text', locale)));
    }
    yield lines;
  }
}

function field(cell: Cell, form: CellForm, locale: Locale): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textField(cell, locale);
  switch (form) {
    case 'money':
      return (cell / 100).toFixed(2).replace('.', habits[locale].decimal);
    case 'instant':
      return `${dayText(cell, locale)} ${new Date(cell).toISOString().slice(11, 16)}`;
    case 'day':
      return dayText(cell, locale);
    default:
      return String(cell);
  }
}

/** A text that a spreadsheet would compute is kept a text by an apostrophe; numbers of ours never come here. */
function textField(text: string, locale: Locale): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return habits[locale].special.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** `31/12/2026` in French; `2026-12-31` in English, which Britain and America read alike. */
function dayText(at: number, locale: Locale): string {
  const iso = new Date(at).toISOString();
  return locale === 'en' ? iso.slice(0, 10) : `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}
