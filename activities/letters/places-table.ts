import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { ruled, textWidth } from './document-style.ts';
import type { LineFacts } from './letter-facts.ts';
import type { LetterPage } from './letter-page.ts';
import { printable } from './pdf-engine.ts';

const gap = 8;
const figureWidths = { quantity: 44, price: 66, amount: 74 } as const satisfies Partial<
  Record<keyof LineFacts, number>
>;
const wordShares = { performance: 1.5, seatCategory: 0.8, audienceSubcategory: 1.4 } as const;

/** The places of the letter, one line each, its head repeated on every page it runs over. */
export function placesTable({ places: { heading, columns, rows, total } }: LetterPage): Content[] {
  if (rows.length === 0) {
    return [];
  }
  const body: TableCell[][] = [
    columns.map(({ label, figures }) => cell(label, figures, 'columnHead')),
    ...rows.map((row) => columns.map(({ key, figures }) => cell(row[key] ?? '', figures, 'cell'))),
  ];
  if (total !== null) {
    const sum = cell(`${total.label}\u2003${total.figure}`, true, 'cell');
    body.push([{ ...sum, bold: true, colSpan: columns.length }, ...columns.slice(1).map(() => ({}))]);
  }
  return [
    { text: printable(heading), style: 'heading' },
    {
      layout: ruled(total !== null),
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: columnWidths(columns.map(({ key }) => key)),
        body,
      },
    },
  ];
}

function cell(text: string, figures: boolean, style: string) {
  return { text: printable(text), style, alignment: figures ? 'right' : 'left' } as const;
}

/** Figures get the room of a large amount; words share the rest, so that the longest name wraps inside its column. */
function columnWidths(keys: (keyof LineFacts)[]): number[] {
  const isFigure = (key: keyof LineFacts): key is keyof typeof figureWidths => key in figureWidths;
  const figures = keys.filter(isFigure).reduce((sum, key) => sum + figureWidths[key], 0);
  const words = textWidth - figures - gap * (keys.length - 1);
  const shares = keys.reduce((sum, key) => sum + (isFigure(key) ? 0 : wordShares[key]), 0);
  return keys.map((key) => (isFigure(key) ? figureWidths[key] : (words * wordShares[key]) / shares));
}
