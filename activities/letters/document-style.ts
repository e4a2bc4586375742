import type { CustomTableLayout, StyleDictionary } from 'pdfmake/interfaces.js';

/** Points in a millimetre: paper is measured in the one, PDF in the other. */
export function millimetres(length: number): number {
  return (length * 72) / 25.4;
}

export const colours = {
  ink: '#1f2933',
  quiet: '#52606d',
  rule: '#cbd2d9',
  hairline: '#e4e7eb',
  panel: '#f5f7fa',
};

/** A4, with the left margin of a letter. */
export const paper = {
  width: millimetres(210),
  left: millimetres(20),
  right: millimetres(20),
  top: millimetres(16),
  bottom: millimetres(21),
};

export const textWidth = paper.width - paper.left - paper.right;

export const documentStyles: StyleDictionary = {
  senderName: { fontSize: 13, bold: true, lineHeight: 1.25 },
  sender: { fontSize: 8.5, color: colours.quiet, lineHeight: 1.3 },
  recipient: { fontSize: 10.5, lineHeight: 1.25 },
  title: { fontSize: 17, bold: true, lineHeight: 1.15 },
  heading: { fontSize: 11, bold: true, margin: [0, 8, 0, 1] },
  label: { fontSize: 7.5, color: colours.quiet, lineHeight: 1.3 },
  fact: { fontSize: 10, lineHeight: 1.15 },
  paragraph: { margin: [0, 0, 0, 6] },
  columnHead: { fontSize: 8.5, bold: true, color: colours.quiet, lineHeight: 1.1 },
  cell: { fontSize: 9.5, lineHeight: 1.2 },
  small: { fontSize: 7.5, color: colours.quiet, lineHeight: 1.25 },
};

/** No rule at all: tables that only place things beside each other. */
export const placing: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** The width of a panel's coloured bar, and of the padding at both sides of its cells together. */
export const panelBar = 3;
export const panelInset = 24;

/** A quiet panel with, at its left edge, a bar of `colour` where there is one. */
export function panel(colour: string | null): CustomTableLayout {
  return {
    hLineWidth: () => 0,
    vLineWidth: (column) => (colour !== null && column === 0 ? panelBar : 0),
    vLineColor: () => colour ?? colours.panel,
    fillColor: () => colours.panel,
    paddingLeft: () => panelInset / 2,
    paddingRight: () => panelInset / 2,
    paddingTop: () => 7,
    paddingBottom: () => 5,
  };
}

/** The table of places: a rule under its head, hairlines between lines, a rule above its total. */
export function ruled(hasTotal: boolean): CustomTableLayout {
  return {
    hLineWidth: (row, { table }) => (row === 0 || row === table.body.length ? 0 : 0.75),
    hLineColor: (row, { table }) =>
      row === 1 || (hasTotal && row === table.body.length - 1) ? colours.rule : colours.hairline,
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : 8),
    paddingRight: () => 0,
    paddingTop: () => 4.5,
    paddingBottom: () => 2.5,
  };
}
