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

/** One language's words for the frame of every letter, and for the values its text may write out. */
export type LetterWords = {
  labels: LetterLabels;
  /** Between a label and what it says. */
  colon: string;
  /** "19 places". */
  places: (facts: Pick<LetterFacts, 'places' | 'placesFigure'>) => string;
  /** "« Le Cid », le dimanche 10 janvier 2016 à 20:00 (Grande salle)", or that the dates stand below. */
  occasion: (facts: LetterFacts) => string;
  /** "Le 10 janvier 2016": the head of a letter. */
  datedOn: (day: string) => string;
  /** How to reach the house. */
  reachUs: {
    both: (email: string, phone: string) => string;
    email: (email: string) => string;
    phone: (phone: string) => string;
  };
  signature: string;
  /** In the message only: that the document is attached. */
  attached: string;
  /** Before the subject of a letter that is sent to try its text. */
  test: string;
  pageOf: (page: number, pages: number) => string;
};

/** The longest event name a subject line repeats, in characters. */
export const subjectEventLength = 80;
