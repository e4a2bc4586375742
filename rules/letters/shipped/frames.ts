import type { LetterLanguage } from '../letter-language.ts';
import type { LetterTemplate } from '../letter-template.ts';

/** What every shipped letter begins and ends with: each language has its own custom of naming whom it writes to. */
export const shippedFrames: Readonly<
  Record<LetterLanguage, Pick<LetterTemplate, 'salutation' | 'farewell'>>
> = {
  fr: {
    salutation: 'Madame, Monsieur,',
    farewell: "Nous vous prions d'agréer, Madame, Monsieur, nos salutations les meilleures.",
  },
  en: { salutation: 'Dear {{contactName}},', farewell: 'Yours sincerely,' },
  de: { salutation: 'Sehr geehrte Damen und Herren,', farewell: 'Mit freundlichen Grüßen' },
  es: { salutation: 'Estimados señores:', farewell: 'Reciba un cordial saludo.' },
  it: { salutation: 'Gentili Signore e Signori,', farewell: 'Con i nostri migliori saluti.' },
};
