import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { millimetres, paper, placing, textWidth } from './document-style.ts';
import type { LetterPage } from './letter-page.ts';
import { optionBarCode } from './option-bar-code.ts';
import { printable } from './pdf-engine.ts';

/**
 * Where the window of a French DL envelope shows an A4 sheet folded in three: from 45 mm down and
 * 105 mm across, 85 mm wide and 35 mm high (NF Z 11-001 leaves the sender the left of it).
 */
const addressWindow = {
  top: millimetres(45),
  left: millimetres(105),
  width: millimetres(85),
  height: millimetres(35),
};

/** The head of the first page: the house on the left, the option's bar code above the address on the right. */
export function letterhead(page: LetterPage, accent: string): Content {
  const sender: TableCell = {
    rowSpan: 2,
    stack: [
      { text: printable(page.sender.name), style: 'senderName', color: accent },
      ...[...page.sender.lines, ...page.sender.reach].map((line) => ({
        text: printable(line),
        style: 'sender',
      })),
    ],
    margin: [0, 0, millimetres(8), 0],
  };
  return {
    layout: placing,
    table: {
      widths: [addressWindow.left - paper.left, textWidth - (addressWindow.left - paper.left)],
      heights: [addressWindow.top - paper.top, addressWindow.height],
      body: [
        [sender, barCode(page)],
        [{}, recipient(page)],
      ],
    },
  };
}

function barCode({ barCode: { label, number } }: LetterPage): TableCell {
  const { svg, width } = optionBarCode(number);
  return {
    columns: [
      { width: '*', text: '' },
      {
        width,
        stack: [
          { svg, width },
          {
            text: printable(`${label}\u00A0${number}`),
            style: 'small',
            alignment: 'center',
            margin: [0, 3, 0, 0],
          },
        ],
      },
    ],
  };
}

function recipient(page: LetterPage): TableCell {
  return { stack: page.recipient.map((line) => ({ text: printable(line), style: 'recipient' })) };
}

/** The marks at the edge where the sheet is folded for its envelope. */
export function foldMarks(): Content {
  return [99, 198].map(
    (down): Content => ({
      absolutePosition: { x: millimetres(5), y: millimetres(down) },
      canvas: [
        { type: 'line', x1: 0, y1: 0, x2: millimetres(4), y2: 0, lineWidth: 0.4, lineColor: '#9aa5b1' },
      ],
    }),
  );
}
