import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { LetterSnapshot, WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import { accentOf, defaultBrand, type LetterBrand } from './letter-brand.ts';
import { type LetterPage, letterPage } from './letter-page.ts';
import { letterText } from './letter-text.ts';

/** A letter as a mailbox shows it, before it becomes a message. */
export type RenderedLetter = { subject: string; html: string; text: string };

// Compiled once. Every value is escaped, a merge field that the page lacks throws, and nothing a
// snapshot carries is ever compiled: braces in a name are text.
const htmlTemplate = Handlebars.compile(
  readFileSync(new URL('./templates/letter.hbs', import.meta.url), 'utf8'),
  { strict: true, knownHelpersOnly: true, knownHelpers: { each: true, if: true, unless: true } },
);

/**
 * Writes the e-mail of a letter in its snapshot's language: subject, HTML and plain text, from the same
 * words as its document.
 * @throws RangeError when an instant, a time zone or the currency of the snapshot is not one.
 */
export function renderLetter(
  kind: WrittenLetterKind,
  snapshot: LetterSnapshot,
  brand: LetterBrand = defaultBrand,
): RenderedLetter {
  const page = letterPage(kind, snapshot);
  return {
    subject: page.subject,
    html: htmlTemplate(mergeFields(page, brand)),
    text: letterText(page, brand),
  };
}

/** Exactly the fields that `templates/letter.mjml` may name. */
function mergeFields(page: LetterPage, brand: LetterBrand) {
  const { columns, rows, total, heading } = page.places;
  const side = (figures: boolean) =>
    figures ? { align: 'right', padding: '8px 0 8px 8px' } : { align: 'left', padding: '8px 8px 8px 0' };
  return {
    language: page.language,
    subject: page.subject,
    preview: page.preview,
    accent: accentOf(brand),
    sender: { name: page.sender.name, lines: [...page.sender.lines, ...page.sender.reach] },
    datedOn: page.datedOn,
    title: page.title,
    facts: page.facts,
    salutation: page.salutation,
    paragraphs: page.paragraphs,
    reason: page.reason,
    callout: page.callout,
    placesHeading: heading,
    columns: columns.map(({ label, figures }) => ({ label, ...side(figures) })),
    rows: rows.map((row) => columns.map(({ key, figures }) => ({ text: row[key] ?? '', ...side(figures) }))),
    total: total === null ? null : { ...total, span: columns.length - 1 },
    remark: page.remark,
    afterwards: page.afterwards,
    reachUs: page.reachUs,
    farewell: page.farewell,
    signature: page.signature,
    attached: page.attached,
    legalNotice: brand.legalNotice,
  };
}
