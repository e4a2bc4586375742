import type { LetterSnapshot, WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import { shippedTemplate } from '../../rules/letters/shipped/shipped-template.ts';
import { type LetterBody, letterBody } from './letter-body.ts';
import { type LetterFacts, type LineFacts, letterFacts } from './letter-facts.ts';
import { languageTag } from './letter-formats.ts';
import type { LetterLabels, LetterWords } from './words/letter-words.ts';
import { wordsOf } from './words/words-of.ts';

/** A column of the table of places; figures stand on the right. */
export type PlacesColumn = { key: keyof LineFacts; label: string; figures: boolean };

/** A whole letter as plain text in its order of reading: the one source of the message and of its document. */
export type LetterPage = {
  language: string;
  /** Between a label and what it says. */
  colon: string;
  subject: string;
  title: string;
  preview: string;
  datedOn: string;
  issuedAt: string;
  sender: { name: string; lines: string[]; reach: string[] };
  recipient: string[];
  facts: { label: string; value: string }[];
  salutation: string;
  paragraphs: string[];
  reason: { label: string; lines: string[] } | null;
  callout: { text: string; figure: string | null } | null;
  places: {
    heading: string;
    columns: PlacesColumn[];
    rows: LineFacts[];
    total: { label: string; figure: string } | null;
  };
  remark: { label: string; lines: string[] } | null;
  afterwards: string[];
  reachUs: string | null;
  farewell: string;
  signature: string[];
  attached: string;
  barCode: { label: string; number: string };
  pageOf: (page: number, pages: number) => string;
};

/**
 * Writes a letter of `kind` from its snapshot, in the snapshot's language: by the house's own text when one was in force,
 * else by the shipped one.
 * @throws RangeError when an instant, a time zone or the currency of the snapshot is not one.
 */
export function letterPage(kind: WrittenLetterKind, snapshot: LetterSnapshot): LetterPage {
  const facts = letterFacts(snapshot);
  const { organisation, contact } = facts;
  const spoken = wordsOf(snapshot.locale);
  const { labels } = spoken;
  const template = snapshot.template ?? shippedTemplate(kind, snapshot.locale);
  const body = letterBody(kind, template, facts, spoken);
  const mark = snapshot.test === true ? `[${spoken.test}] ` : '';
  return {
    language: languageTag(snapshot.locale),
    colon: spoken.colon,
    // A subject is searched for and shown on one line: plain spaces serve it best.
    subject: `${mark}${body.subject}`.replace(/[\u00A0\u202F]/g, ' '),
    title: `${mark}${body.title}`,
    preview: body.preview,
    datedOn: spoken.datedOn(facts.issuedOn),
    issuedAt: snapshot.issuedAt,
    sender: {
      name: organisation.name,
      lines: organisation.addressLines,
      reach: [organisation.phone, organisation.email].filter((line) => line !== null),
    },
    recipient: [
      ...(contact.structureName === null ? [] : [contact.structureName]),
      contact.name,
      ...contact.addressLines,
    ],
    facts: factsPanel(facts, labels),
    salutation: body.salutation,
    paragraphs: body.paragraphs,
    reason: facts.reason.length > 0 ? { label: labels.reason, lines: facts.reason } : null,
    callout: body.callout,
    places: placesTable(facts, body, labels),
    remark: facts.remark.length > 0 ? { label: labels.remark, lines: facts.remark } : null,
    afterwards: body.afterwards,
    reachUs: reachUs(facts, spoken),
    farewell: body.farewell,
    signature: [spoken.signature, organisation.name],
    attached: spoken.attached,
    barCode: { label: labels.barCode, number: facts.optionNumber },
    pageOf: spoken.pageOf,
  };
}

/** How to reach the house; null when it gave neither e-mail nor telephone. */
function reachUs({ organisation: { email, phone } }: LetterFacts, { reachUs }: LetterWords): string | null {
  if (email !== null && phone !== null) return reachUs.both(email, phone);
  if (email !== null) return reachUs.email(email);
  return phone === null ? null : reachUs.phone(phone);
}

function factsPanel(facts: LetterFacts, labels: LetterLabels): LetterPage['facts'] {
  return [
    { label: labels.event, value: facts.eventName },
    ...(facts.severalPerformances ? [] : [{ label: labels.performance, value: facts.performance }]),
    { label: labels.venue, value: facts.venueName },
    { label: labels.option, value: facts.optionNumber },
    ...(facts.orderNumber === null ? [] : [{ label: labels.order, value: facts.orderNumber }]),
    { label: labels.contact, value: facts.contact.number },
  ];
}

function placesTable(facts: LetterFacts, body: LetterBody, labels: LetterLabels): LetterPage['places'] {
  const priced = body.showsPrices && facts.lines.some((line) => line.amount !== null);
  const column = (shown: boolean, key: keyof LineFacts, label: string, figures: boolean): PlacesColumn[] =>
    shown ? [{ key, label, figures }] : [];
  return {
    heading: body.places,
    columns: [
      ...column(facts.severalPerformances, 'performance', labels.performance, false),
      ...column(true, 'seatCategory', labels.seatCategory, false),
      ...column(
        facts.lines.some((line) => line.audienceSubcategory !== null),
        'audienceSubcategory',
        labels.audienceSubcategory,
        false,
      ),
      ...column(true, 'quantity', labels.quantity, true),
      ...column(priced, 'price', labels.price, true),
      ...column(priced, 'amount', labels.amount, true),
    ],
    rows: facts.lines,
    total: body.showsPrices && facts.total !== null ? { label: labels.total, figure: facts.total } : null,
  };
}
