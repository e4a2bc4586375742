import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { LetterSnapshot, WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import {
  colours,
  documentStyles,
  millimetres,
  panel,
  panelBar,
  panelInset,
  paper,
  placing,
  textWidth,
} from './document-style.ts';
import { accentOf, defaultBrand, type LetterBrand } from './letter-brand.ts';
import { type LetterPage, letterPage } from './letter-page.ts';
import { foldMarks, letterhead } from './letterhead.ts';
import { printable, setDocument } from './pdf-engine.ts';
import { placesTable } from './places-table.ts';

// Widths are given, never found from the content: a name without spaces wraps instead of leaving the page.
const sumWidth = 130;
const pageWidth = 90;

/**
 * Sets a letter as an A4 PDF ready for a window envelope, in its snapshot's language. The same snapshot
 * gives the same bytes. Its characters are those of Roboto: Latin, Greek and Cyrillic.
 * @throws RangeError when an instant, a time zone or the currency of the snapshot is not one.
 */
export function renderDocument(
  kind: WrittenLetterKind,
  snapshot: LetterSnapshot,
  brand: LetterBrand = defaultBrand,
): Promise<Buffer> {
  return setDocument(definition(letterPage(kind, snapshot), brand));
}

/** What a letter's document is saved as: the same name in every language. */
export function documentName(snapshot: LetterSnapshot): string {
  return `option-${snapshot.option.number}.pdf`;
}

function definition(page: LetterPage, brand: LetterBrand): TDocumentDefinitions {
  const accent = accentOf(brand);
  const issuedAt = new Date(page.issuedAt);
  return {
    pageSize: 'A4',
    pageMargins: [paper.left, paper.top, paper.right, paper.bottom],
    version: '1.7',
    language: page.language,
    displayTitle: true,
    info: {
      title: printable(page.title),
      author: page.sender.name,
      subject: page.subject,
      creator: 'Placet',
      producer: 'Placet',
      creationDate: issuedAt,
      modDate: issuedAt,
    },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.28, color: colours.ink },
    styles: documentStyles,
    background: (pageNumber) => (pageNumber === 1 ? foldMarks() : null),
    footer: (pageNumber, pages) => footer(page, brand, pageNumber, pages),
    content: [
      letterhead(page, accent),
      heading(page, accent),
      factsPanel(page),
      ...paragraphs([page.salutation, ...page.paragraphs]),
      ...(page.reason === null ? [] : [noted(page.reason)]),
      ...placesTable(page),
      ...(page.callout === null ? [] : [callout(page.callout, accent)]),
      ...(page.remark === null ? [] : [remark(page.remark)]),
      ending(page),
    ],
  };
}

function heading({ title, datedOn }: LetterPage, accent: string): Content {
  return {
    columns: [
      { width: '*', text: printable(title), style: 'title', color: accent },
      { width: 'auto', text: printable(datedOn), color: colours.quiet, margin: [16, 6, 0, 0] },
    ],
    margin: [0, 10, 0, 8],
  };
}

/** The close of the letter, kept together. How to reach the house stands in the head and is not said again. */
function ending({ afterwards, farewell, signature }: LetterPage): Content {
  return {
    unbreakable: true,
    stack: [
      ...paragraphs([...afterwards, farewell]),
      { stack: signature.map((line, i) => ({ text: printable(line), bold: i > 0 })), margin: [0, 6, 0, 0] },
    ],
    margin: [0, 12, 0, 0],
  };
}

function paragraphs(texts: string[]): Content[] {
  return texts.map((text) => ({ text: printable(text), style: 'paragraph' }));
}

/** What the letter is about, three by three. */
function factsPanel({ facts }: LetterPage): Content {
  const cells = facts.map(
    ({ label, value }): TableCell => ({
      stack: [
        { text: printable(label), style: 'label' },
        { text: printable(value), style: 'fact' },
      ],
    }),
  );
  const rows: TableCell[][] = [];
  for (let i = 0; i < cells.length; i += 3) {
    rows.push([0, 1, 2].map((j) => cells[i + j] ?? { text: '' }));
  }
  const width = textWidth - 3 * panelInset;
  return {
    layout: panel(null),
    table: { widths: [width * 0.36, width * 0.4, width * 0.24], body: rows },
    margin: [0, 0, 0, 14],
  };
}

function noted({ label, lines }: { label: string; lines: string[] }): Content {
  return {
    layout: panel('#9aa5b1'),
    table: {
      widths: [textWidth - panelBar - panelInset],
      body: [
        [
          {
            stack: [
              { text: printable(label), style: 'label' },
              ...lines.map((line) => ({ text: printable(line) })),
            ],
          },
        ],
      ],
    },
    margin: [0, 3, 0, 10],
  };
}

function callout({ text, figure }: NonNullable<LetterPage['callout']>, accent: string): Content {
  const said: TableCell = {
    text: printable(text),
    bold: true,
    fontSize: 11,
    lineHeight: 1,
    margin: [0, 2, 0, 0],
  };
  const sum: TableCell = {
    text: printable(figure ?? ''),
    bold: true,
    fontSize: 14,
    lineHeight: 1,
    color: accent,
    alignment: 'right',
  };
  return {
    unbreakable: true,
    layout: panel(accent),
    table: { widths: [textWidth - panelBar - 2 * panelInset - sumWidth, sumWidth], body: [[said, sum]] },
    margin: [0, 12, 0, 2],
  };
}

function remark({ label, lines }: NonNullable<LetterPage['remark']>): Content {
  return {
    stack: [
      { text: printable(label), style: 'label' },
      ...lines.map((line) => ({ text: printable(line), style: 'cell' })),
    ],
    margin: [0, 12, 0, 0],
  };
}

function footer(page: LetterPage, brand: LetterBrand, pageNumber: number, pages: number): Content {
  const { name, reach } = page.sender;
  const running = pageNumber === 1 ? [name] : [page.title, name, ...reach];
  return {
    margin: [paper.left, millimetres(6), paper.right, 0],
    layout: {
      ...placing,
      hLineWidth: (row) => (row === 0 ? 0.75 : 0),
      hLineColor: () => colours.rule,
      paddingTop: () => 6,
    },
    table: {
      widths: [textWidth - pageWidth, pageWidth],
      body: [
        [
          {
            stack: [
              { text: printable(running.join(' · ')) },
              ...(brand.legalNotice === null ? [] : [{ text: printable(brand.legalNotice) }]),
            ],
            style: 'small',
            margin: [0, 0, 16, 0],
          },
          { text: page.pageOf(pageNumber, pages), style: 'small', alignment: 'right' },
        ],
      ],
    },
  };
}
