import type { WrittenLetterKind } from '../letter-snapshot.ts';
import type { LetterTemplate } from '../letter-template.ts';

type Needed = 'subject' | 'title' | 'preview' | 'opening' | 'placesHeading';

/** One language's texts as they are shipped: what every letter begins and ends with, and each kind's own. */
export interface ShippedTexts {
  frame: Pick<LetterTemplate, 'salutation' | 'farewell'>;
  kinds: Readonly<
    Record<WrittenLetterKind, Pick<LetterTemplate, Needed> & Partial<Omit<LetterTemplate, Needed>>>
  >;
}
