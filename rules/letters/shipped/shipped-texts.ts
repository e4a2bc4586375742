import type { WrittenLetterKind } from '../letter-snapshot.ts';
import type { LetterTemplate } from '../letter-template.ts';

type Needed = 'subject' | 'title' | 'preview' | 'opening' | 'placesHeading';
type Framed = 'salutation' | 'farewell';

/** One language's texts as they are shipped, by kind; what is left out is empty. */
export type ShippedTexts = Readonly<
  Record<WrittenLetterKind, Pick<LetterTemplate, Needed> & Partial<Omit<LetterTemplate, Needed | Framed>>>
>;
