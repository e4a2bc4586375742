import type { LetterBrand } from './letter-brand.ts';
import type { LetterPage } from './letter-page.ts';

/** The letter for readers without HTML: the same words, one blank line between paragraphs, no markup. */
export function letterText(page: LetterPage, brand: LetterBrand): string {
  const blocks: string[][] = [
    [page.sender.name, ...page.sender.lines, ...page.sender.reach],
    [page.datedOn],
    [page.title],
    page.facts.map(({ label, value }) => labelled(page, label, value)),
    [page.salutation],
    ...page.paragraphs.map((paragraph) => [paragraph]),
    page.reason === null ? [] : [labelled(page, page.reason.label, page.reason.lines.join('\n'))],
    placesLines(page),
    page.callout === null ? [] : [calloutLine(page.callout)],
    page.remark === null ? [] : [labelled(page, page.remark.label, page.remark.lines.join('\n'))],
    ...page.afterwards.map((paragraph) => [paragraph]),
    page.reachUs === null ? [] : [page.reachUs],
    [page.farewell],
    page.signature,
    ['--', page.attached, ...(brand.legalNotice === null ? [] : [brand.legalNotice])],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function labelled(page: LetterPage, label: string, value: string): string {
  return `${label}${page.colon}${value}`;
}

function calloutLine({ text, figure }: NonNullable<LetterPage['callout']>): string {
  return figure === null ? `>> ${text}` : `>> ${text} – ${figure}`;
}

function placesLines(page: LetterPage): string[] {
  const { heading, columns, rows, total } = page.places;
  if (rows.length === 0) {
    return [];
  }
  const lines = rows.map((row) => {
    const cells = columns.flatMap(({ key, label, figures }) => {
      const value = row[key];
      if (value === null) {
        return [];
      }
      return [figures ? labelled(page, label, value) : value];
    });
    return `- ${cells.join(' · ')}`;
  });
  return [heading, ...lines, ...(total === null ? [] : [labelled(page, total.label, total.figure)])];
}
