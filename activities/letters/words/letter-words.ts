import type { WrittenLetterKind } from '../../../rules/letters/letter-snapshot.ts';
import type { LetterFacts } from '../letter-facts.ts';

/** The short words that stand around a letter's own text. */
export type LetterLabels = {
  event: string;
  performance: string;
  venue: string;
  option: string;
  order: string;
  contact: string;
  seatCategory: string;
  audienceSubcategory: string;
  quantity: string;
  price: string;
  amount: string;
  total: string;
  reason: string;
  remark: string;
  barCode: string;
};

/** What one kind of letter says, in whole sentences. */
export type LetterBody = {
  subject: string;
  title: string;
  /** The line a mailbox shows beside the subject. */
  preview: string;
  paragraphs: string[];
  /** The one thing to remember, with its figure. */
  callout: { text: string; figure: string | null } | null;
  /** The heading of the table of places. */
  places: string;
  /** True when the table shows prices and the total. */
  showsPrices: boolean;
  /** What follows the table. */
  afterwards: string[];
};

/** One language's words; every language has them all. */
export type LetterWords = {
  labels: LetterLabels;
  /** "Le 10 janvier 2016": the head of a letter. */
  datedOn: (facts: LetterFacts) => string;
  salutation: (facts: LetterFacts) => string;
  /** How to reach the house; null when it gave neither e-mail nor telephone. */
  reachUs: (facts: LetterFacts) => string | null;
  farewell: string;
  signature: string;
  /** In the message only: that the document is attached. */
  attached: string;
  pageOf: (page: number, pages: number) => string;
  bodies: Record<WrittenLetterKind, (facts: LetterFacts) => LetterBody>;
};

/** The longest event name a subject line repeats, in characters. */
export const subjectEventLength = 80;
