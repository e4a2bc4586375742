import type { WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import { type LetterTemplate, paragraphsOf, type TemplatePart } from '../../rules/letters/letter-template.ts';
import { fillText, parseText } from '../../rules/letters/template-text.ts';
import type { LetterFacts } from './letter-facts.ts';
import { mergeValues } from './merge-values.ts';
import type { LetterWords } from './words/letter-words.ts';
import { typesetters } from './words/typeset.ts';

/** What one letter says, in whole sentences. */
export type LetterBody = {
  subject: string;
  title: string;
  /** The line a mailbox shows beside the subject. */
  preview: string;
  salutation: string;
  paragraphs: string[];
  /** The one thing to remember, with its figure. */
  callout: { text: string; figure: string | null } | null;
  /** The heading of the table of places. */
  places: string;
  /** True when the table shows prices and the total. */
  showsPrices: boolean;
  /** What follows the table. */
  afterwards: string[];
  farewell: string;
};

/** Writes a text out for one letter. Its names come from a closed list; its values are never read as text again. */
export function letterBody(
  kind: WrittenLetterKind,
  template: LetterTemplate,
  facts: LetterFacts,
  words: LetterWords,
): LetterBody {
  const values = mergeValues(facts, words);
  const filled = (part: TemplatePart): string =>
    fillText(parseText(kind, template[part]).nodes, values, typesetters[facts.locale]);
  const line = (part: TemplatePart): string => paragraphsOf(filled(part)).join(' ');
  const callout = line('callout');
  return {
    subject: line('subject'),
    title: line('title'),
    preview: line('preview') || line('title'),
    salutation: line('salutation'),
    paragraphs: paragraphsOf(filled('opening')),
    callout: callout === '' ? null : { text: callout, figure: line('calloutFigure') || null },
    places: line('placesHeading'),
    showsPrices: template.showsPrices,
    afterwards: paragraphsOf(filled('closing')),
    farewell: line('farewell'),
  };
}
